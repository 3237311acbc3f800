import { Router, urlencoded } from 'express';
import { z } from 'zod';
import { route, sendProblem } from '../../platform/http-problem.ts';
import type { CallbackKind } from '../ports.ts';
import type { CallbackReply, ReceiveCallback } from '../receive-callback.ts';
import type { StoredCarrierEvent } from '../stores.ts';

const kinds = z.enum(['status', 'amd', 'recording']);
const formSchema = z.record(z.string(), z.unknown());
const bodyLimit = '64kb';

type Refusal = Extract<CallbackReply, { kind: 'refused' }>['because'];
const statusOf: Readonly<Record<Refusal, number>> = { 'bad-signature': 403, 'unknown-attempt': 404, unreadable: 400 };

const outcomeOf = (reply: CallbackReply): 'stored' | 'known' | Refusal =>
  reply.kind === 'refused' ? reply.because : reply.kind;

/** Signature, form, log, 204; applying comes after the reply. */
export function makeCarrierDoor(deps: {
  readonly path: string;
  readonly receive: ReceiveCallback;
  readonly onStored: (event: StoredCarrierEvent) => void;
  readonly onReplied: (kind: CallbackKind, outcome: ReturnType<typeof outcomeOf>, ms: number) => void;
}): Router {
  const router = Router();
  const form = urlencoded({ extended: false, limit: bodyLimit });
  router.post(
    `${deps.path}/:attemptId/:token/:kind`,
    form,
    route(async (req, res) => {
      const startedAt = performance.now();
      const kind = kinds.safeParse(req.params['kind']);
      if (!kind.success) {
        sendProblem(res, { status: 404, code: 'not-found', title: 'There is nothing at this address.' });
        return;
      }
      const reply = await deps.receive({
        kind: kind.data,
        attemptId: String(req.params['attemptId']),
        token: String(req.params['token']),
        signature: req.get('x-twilio-signature') ?? '',
        path: req.originalUrl,
        form: formSchema.catch({}).parse(req.body),
        deliveryId: req.get('i-twilio-idempotency-token') ?? null,
      });
      deps.onReplied(kind.data, outcomeOf(reply), performance.now() - startedAt);
      if (reply.kind === 'refused') {
        sendProblem(res, {
          status: statusOf[reply.because],
          code: reply.because,
          title: 'This callback was not taken in.',
        });
        return;
      }
      res.status(204).end();
      if (reply.kind === 'stored') deps.onStored(reply.event);
    }),
  );
  return router;
}
