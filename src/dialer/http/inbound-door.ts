import { Router, urlencoded, type Request, type Response } from 'express';
import { z } from 'zod';
import { route, sendProblem } from '../../platform/http-problem.ts';
import { inboundCallPath, inboundNumberPath } from '../addresses.ts';
import type { InboundScript } from '../inbound/inbound-ports.ts';
import type { InboundReply, ReceiveInbound, SignedForm } from '../inbound/receive-inbound.ts';

const formSchema = z.record(z.string(), z.unknown());
const id = z.uuid();
const statusOf = { 'bad-signature': 403, 'unknown-number': 404, unreadable: 400 } as const;

const signed = (req: Request): SignedForm => ({
  signature: req.get('x-twilio-signature') ?? '',
  path: req.originalUrl,
  form: formSchema.catch({}).parse(req.body),
});

/** Where the carrier asks what to do with a call to one of our numbers. */
export function makeInboundDoor(deps: {
  readonly receive: ReceiveInbound;
  readonly render: (script: InboundScript) => string;
  /** What callers hear while they wait, as a WAV file. */
  readonly comfort: Buffer;
  readonly comfortPath: string;
}): Router {
  const { receive } = deps;
  const router = Router();
  const form = urlencoded({ extended: false, limit: '64kb' });

  function send(res: Response, reply: InboundReply): void {
    switch (reply.kind) {
      case 'script':
        res.type('text/xml').send(deps.render(reply.script));
        return;
      case 'noted':
        res.status(204).end();
        return;
      case 'refused':
        sendProblem(res, { status: statusOf[reply.because], code: reply.because, title: 'This call is not taken.' });
    }
  }
  const asked = (work: (ids: Record<string, string>, request: SignedForm) => Promise<InboundReply>) =>
    route(async (req: Request, res: Response) => {
      const key = String(req.params['id']);
      if (!id.safeParse(key).success) {
        send(res, { kind: 'refused', because: 'unknown-number' });
        return;
      }
      send(res, await work({ id: key, token: String(req.params['token'] ?? '') }, signed(req)));
    });

  const ofNumber = { '': receive.rung, '/menu': receive.chose, '/reference': receive.entered, '/ended': receive.over };
  for (const [path, answer] of Object.entries(ofNumber)) {
    router.post(
      `${inboundNumberPath}/:id${path}`,
      form,
      asked(({ id: key = '' }, request) => answer(key, request)),
    );
  }
  const ofCall = { wait: receive.waits, key: receive.pressed, message: receive.message };
  for (const [path, answer] of Object.entries(ofCall)) {
    router.post(
      `${inboundCallPath}/:id/:token/${path}`,
      form,
      asked(({ id: key = '', token = '' }, request) => answer(key, token, request)),
    );
  }
  router.get(deps.comfortPath, (_req, res) => {
    res.type('audio/wav').set('cache-control', 'public, max-age=86400').send(deps.comfort);
  });
  return router;
}
