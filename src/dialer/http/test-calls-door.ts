import { json, Router, urlencoded, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  askedCheck,
  checkSteps,
  newTestCall,
  newTestNumber,
  type TestCallEvent,
  type TestNumberList,
} from '../../contract/test-call.ts';
import { BadInput, parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import { testCallPath } from '../addresses.ts';
import type { AuditTrail } from '../ports.ts';
import type { StartReply, TestCalls } from '../test-calls/test-calls.ts';
import type { CheckTrunk } from '../trunks/check-trunk.ts';
import { signedIn } from './signed-in.ts';

const params = z.object({ id: z.uuid() });
const checkParams = params.extend({ step: z.enum(checkSteps) });
const checkBody = askedCheck.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') });
const formSchema = z.record(z.string(), z.unknown());
const lookEveryMs = 250;
/** Nobody watches longer than a test call can last. */
const longestMs = 240_000;

export const remedies: Readonly<Record<Extract<StartReply, { kind: 'refused' }>['because'] | 'taken', string>> = {
  not_yours: 'Register the number as a test number of your own first.',
  on_file: 'This number is on the file of a case: a test call never rings it.',
  call_under_way: 'A test call to this number is under way: wait for its end.',
  too_many: 'This number had its test calls of the day.',
  no_caller_id: 'Give the trunk a verified caller id first.',
  taken: 'Somebody has registered this number already.',
};

export const testCallRefused = (field: string, because: keyof typeof remedies): BadInput =>
  new BadInput([{ field, rule: 'TRK-18', remedy: remedies[because] }]);

const unknown = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'test-call-unknown', title: 'There is no such trunk, number or test call.' });

/** Test numbers and test calls: of administrators, each with numbers of his own. */
export function makeTestCallsDoor(deps: {
  readonly calls: TestCalls;
  readonly check: CheckTrunk;
  readonly audit: AuditTrail;
  readonly requireAdmin: RequestHandler;
}): Router {
  const { calls, audit, requireAdmin } = deps;
  const router = Router();
  const body = json({ limit: '4kb' });
  const form = urlencoded({ extended: false, limit: '16kb' });

  router.get(
    '/api/test-numbers',
    requireAdmin,
    route(async (_req, res) => {
      const list: TestNumberList = { numbers: await calls.numbersOf(signedIn(res).id) };
      res.json(list);
    }),
  );
  router.post(
    '/api/test-numbers',
    requireAdmin,
    body,
    route(async (req, res) => {
      const actorId = signedIn(res).id;
      const reply = await calls.addNumber(actorId, parseBody(newTestNumber, req));
      if (reply.kind !== 'added') throw testCallRefused('e164', reply.kind);
      const { testNumberId } = reply;
      await audit.record({
        actorId,
        action: 'test_number.added',
        subjectType: 'test_number',
        subjectId: testNumberId,
      });
      res.status(201).json({ testNumberId });
    }),
  );
  router.delete(
    '/api/test-numbers/:id',
    requireAdmin,
    route(async (req, res) => {
      if (!(await calls.removeNumber(signedIn(res).id, parseParams(params, req).id))) return unknown(res);
      res.status(204).end();
    }),
  );
  router.post(
    '/api/trunks/:id/test-calls',
    requireAdmin,
    body,
    route(async (req, res) => {
      const trunkId = parseParams(params, req).id;
      const askedBy = signedIn(res).id;
      const reply = await calls.start({ ...parseBody(newTestCall, req), trunkId, askedBy, purpose: 'test' });
      if (reply.kind === 'unknown') return unknown(res);
      if (reply.kind === 'refused') throw testCallRefused('testNumberId', reply.because);
      const { testCallId } = reply;
      await audit.record({
        actorId: askedBy,
        action: 'trunk.test_call',
        subjectType: 'trunk',
        subjectId: trunkId,
        detail: { testCallId },
      });
      res.status(201).json({ testCallId });
    }),
  );
  router.post(
    '/api/trunks/:id/checks/:step',
    requireAdmin,
    body,
    route(async (req, res) => {
      const { id: trunkId, step } = parseParams(checkParams, req);
      const reply = await deps.check(step, { ...parseBody(checkBody, req), trunkId, by: signedIn(res).id });
      if (reply === null) return unknown(res);
      res.json(reply);
    }),
  );
  router.get(
    '/api/test-calls/:id/events',
    requireAdmin,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const first = await calls.events(id);
      if (first === null) return unknown(res);
      res
        .status(200)
        .set({ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
      res.flushHeaders();
      const told = new Set<string>();
      const until = Date.now() + longestMs;
      for (let now = first; !res.destroyed && Date.now() < until;) {
        for (const { eventId, at, what, detail } of now.events) {
          if (told.has(eventId)) continue;
          told.add(eventId);
          res.write(`data: ${JSON.stringify({ eventId, at, what, detail } satisfies TestCallEvent)}\n\n`);
        }
        if (now.over) break;
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
        now = (await calls.events(id)) ?? { over: true, events: [] };
      }
      res.end('event: over\ndata: {}\n\n');
    }),
  );
  for (const kind of ['status', 'keys'] as const) {
    router.post(
      `${testCallPath}/:id/:token/${kind}`,
      form,
      route(async (req, res) => {
        const reply = await calls.callback(kind, {
          testCallId: String(req.params['id']),
          token: String(req.params['token']),
          signature: req.get('x-twilio-signature') ?? '',
          path: req.originalUrl,
          form: formSchema.catch({}).parse(req.body),
        });
        if (reply === null) {
          sendProblem(res, { status: 403, code: 'bad-signature', title: 'This callback was not taken in.' });
        } else if (reply.twiml === null) {
          res.status(204).end();
        } else {
          res.status(200).type('text/xml').send(reply.twiml);
        }
      }),
    );
  }
  return router;
}
