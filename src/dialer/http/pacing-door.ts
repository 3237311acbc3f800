import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  directedCampaigns,
  changePacing,
  replayRequest,
  type AnswersView,
  type PacingAnswer,
  type PacingDecisionPage,
  type PacingHistory,
} from '../../contract/pacing.ts';
import { cursorFields } from '../../contract/page.ts';
import { AnswerModel } from '../../domain/answer-model/answer-model.ts';
import type { Clock } from '../../platform/clock.ts';
import { BadInput, parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import type { Dialer } from '../dialer.ts';
import { cutPage, isNumberMark, pageAsked } from '../../platform/page-cursor.ts';
import { decisionView, type ReadPacingView } from '../pacing-view.ts';
import type { SetPacing } from '../set-pacing.ts';
import type { ReplayCampaign } from '../replay/replay-campaign.ts';
import type { PacingMemories } from '../pacing-stores.ts';
import type { DirectionBook, PacingLog, PacingMinutes } from '../stores.ts';
import { signedIn } from './signed-in.ts';

export interface PacingDoorDeps {
  readonly campaigns: Dialer['campaigns'];
  readonly view: ReadPacingView;
  readonly setPacing: SetPacing;
  readonly log: PacingLog;
  readonly minutes: Pick<PacingMinutes, 'read'>;
  readonly memories: Pick<PacingMemories, 'find'>;
  readonly replay: ReplayCampaign;
  readonly direction: DirectionBook;
  readonly clock: Clock;
  readonly requireSupervisor: RequestHandler;
}

const params = z.object({ id: z.uuid() });
export const pageQuery = z.object(cursorFields());
export const atQuery = z.object({ at: z.coerce.number().int().min(0).max(8.64e15) });
export const hoursQuery = z.object({ hours: z.coerce.number().min(0.25).max(192).default(4) });

const hourMs = 3_600_000;
/** Decisions are renewed every minute while a campaign is paced. */
const silentAfterMs = 90_000;

export const unknownCampaign = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'unknown-campaign', title: 'There is no such campaign.' });

/** Lets through whoever directs the campaign of the address; for everybody else it does not exist. */
export const requireDirection =
  (direction: DirectionBook): RequestHandler =>
  (req, res, next) => {
    const id = params.safeParse(req.params);
    if (!id.success) {
      unknownCampaign(res);
      return;
    }
    direction.directs(signedIn(res), id.data.id).then((directs) => {
      if (directs) next();
      else unknownCampaign(res);
    }, next);
  };

/** How campaigns are dialed: the live view, the settings, the log of decisions and the curves. */
export function makePacingDoor(deps: PacingDoorDeps): Router {
  const { log, clock } = deps;
  const router = Router();
  const directed = [deps.requireSupervisor, requireDirection(deps.direction)];

  router.get(
    '/api/pacing/campaigns',
    deps.requireSupervisor,
    route(async (_req, res) => {
      const [all, own] = await Promise.all([deps.campaigns(), deps.direction.directed(signedIn(res))]);
      res.json(directedCampaigns.parse({ campaigns: all.filter(({ campaignId }) => own.has(campaignId)) }));
    }),
  );
  router.get(
    '/api/campaigns/:id/pacing',
    ...directed,
    route(async (req, res) => {
      const view = await deps.view(parseParams(params, req).id);
      if (view === null) return unknownCampaign(res);
      res.json(view);
    }),
  );
  router.post(
    '/api/campaigns/:id/pacing',
    ...directed,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const { reason, ...settings } = parseBody(changePacing, req);
      const reply = await deps.setPacing(id, settings, { by: signedIn(res).id, reason });
      if (reply.kind === 'unknown') return unknownCampaign(res);
      if (reply.kind === 'refused') throw new BadInput(reply.problems);
      res.json(await deps.view(id));
    }),
  );
  router.post(
    '/api/campaigns/:id/pacing/replay',
    ...directed,
    json({ limit: '8kb' }),
    route(async (req, res) => {
      const reply = await deps.replay(parseParams(params, req).id, parseBody(replayRequest, req));
      if (reply.kind === 'unknown') return unknownCampaign(res);
      if (reply.kind === 'refused') throw new BadInput(reply.problems);
      if (reply.kind === 'busy') {
        const title = 'Another day is being replayed; try again in a few seconds.';
        return sendProblem(res, { status: 409, code: 'replay-running', title });
      }
      res.json(reply.view);
    }),
  );
  router.get(
    '/api/campaigns/:id/pacing/answers',
    ...directed,
    route(async (req, res) => {
      const stored = await deps.memories.find(parseParams(params, req).id);
      const { calibration } = stored?.answers == null ? new AnswerModel() : AnswerModel.fromJSON(stored.answers);
      const { calls, brier, brierOfBaseRate, calibrationError } = calibration;
      const points = calibration.reliability().map((point) => ({ ...point }));
      res.json({ calls, brier, brierOfBaseRate, calibrationError, points } satisfies AnswersView);
    }),
  );
  router.get(
    '/api/campaigns/:id/pacing/decisions',
    ...directed,
    route(async (req, res) => {
      const { after, limit } = pageAsked(parseQuery(pageQuery, req), isNumberMark);
      const before = after === null ? null : { at: Number(after.value), id: after.id };
      const found = await log.page(parseParams(params, req).id, before, limit + 1);
      const page = cutPage(found, limit, ({ at, decisionId }) => ({ value: String(at), id: decisionId }));
      res.json({
        decisions: page.rows.map(decisionView),
        nextCursor: page.nextCursor,
      } satisfies PacingDecisionPage);
    }),
  );
  router.get(
    '/api/campaigns/:id/pacing/decision',
    ...directed,
    route(async (req, res) => {
      const { at } = parseQuery(atQuery, req);
      const { inForce, next } = await log.around(parseParams(params, req).id, at);
      res.json({
        at,
        decision: inForce === null ? null : decisionView(inForce),
        until: next?.at ?? null,
        silent: inForce !== null && Math.min(at, clock()) - inForce.at > silentAfterMs,
      } satisfies PacingAnswer);
    }),
  );
  router.get(
    '/api/campaigns/:id/pacing/history',
    ...directed,
    route(async (req, res) => {
      const { hours } = parseQuery(hoursQuery, req);
      const now = clock();
      const minutes = await deps.minutes.read(parseParams(params, req).id, now - hours * hourMs, now);
      res.json({ minutes: [...minutes] } satisfies PacingHistory);
    }),
  );
  return router;
}
