import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import {
  documentOf,
  rulesChoice,
  saveRulesRequest,
  type RulesOverview,
  type RulePreviewView,
} from '../../contract/rules.ts';
import { shippedPresets } from '../../domain/presets.ts';
import type { Clock } from '../../platform/clock.ts';
import { BadInput, parseBody, parseParams, route, sendProblem } from '../../platform/http-problem.ts';
import type { AuditTrail } from '../ports.ts';
import type { PreviewBook, RulesBook } from '../rules-book.ts';
import { checkRules, type makeSaveRules } from '../save-rules.ts';
import { signedIn } from './signed-in.ts';

export interface RulesDoorDeps {
  readonly book: RulesBook;
  readonly previews: PreviewBook;
  readonly save: ReturnType<typeof makeSaveRules>;
  readonly ask: (previewId: string) => Promise<void>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
  /** Reads, checks and looks ahead. */
  readonly requireSupervisor: RequestHandler;
  /** Saves. */
  readonly requireAdmin: RequestHandler;
}

const params = z.object({ id: z.uuid() });

const unknownCampaign = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'campaign-unknown', title: 'There is no such campaign.' });
const unknownPreview = (res: Response): void =>
  sendProblem(res, { status: 404, code: 'preview-unknown', title: 'There is no such look ahead.' });

/** `/api/rules`: what a campaign may do, who said so, and what a change of it would do tomorrow. */
export function makeRulesDoor(deps: RulesDoorDeps): Router {
  const { book, previews, audit, clock } = deps;
  const router = Router();
  router.use('/api/rules', deps.requireSupervisor, json({ limit: '32kb' }));

  router.get(
    '/api/rules',
    route(async (_req, res) => {
      res.json({
        presets: shippedPresets.map(documentOf),
        campaigns: [...(await book.campaigns())],
        house: await book.house(),
        maySave: signedIn(res).role === 'admin',
      } satisfies RulesOverview);
    }),
  );
  router.get(
    '/api/rules/campaigns/:id/versions',
    route(async (req, res) => {
      const versions = await book.versions(parseParams(params, req).id);
      if (versions.length === 0) return unknownCampaign(res);
      res.json({ versions });
    }),
  );
  router.post(
    '/api/rules/campaigns/:id/check',
    route(async (req, res) => {
      const campaign = await book.campaign(parseParams(params, req).id);
      if (campaign === null) return unknownCampaign(res);
      const checked = checkRules(parseBody(rulesChoice, req), campaign);
      if (checked.kind === 'refused') throw new BadInput(checked.problems);
      res.json({ document: documentOf(checked.document) });
    }),
  );
  router.post(
    '/api/rules/campaigns/:id/versions',
    deps.requireAdmin,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const request = parseBody(saveRulesRequest, req);
      const actorId = signedIn(res).id;
      const reply = await deps.save(id, request, actorId);
      switch (reply.kind) {
        case 'unknown':
          return unknownCampaign(res);
        case 'refused':
          throw new BadInput(reply.problems);
        case 'stale':
          return sendProblem(res, {
            status: 409,
            code: 'rules-changed-meanwhile',
            title: 'Somebody else has changed these rules since you looked.',
            remedy: 'Look at the newest version and change that one.',
          });
        case 'unchanged':
          return sendProblem(res, {
            status: 409,
            code: 'rules-unchanged',
            title: 'These are the rules in force: there is nothing to save.',
          });
        case 'saved': {
          const { preset, presetVersion, reason, restoredFrom } = request;
          await audit.record({
            actorId,
            action: 'rules.saved',
            subjectType: 'campaign',
            subjectId: id,
            detail: { number: reply.number, preset, presetVersion, reason, restoredFrom },
          });
          const versions = await book.versions(id);
          res.status(201).json(versions.find(({ number }) => number === reply.number));
        }
      }
    }),
  );
  router.post(
    '/api/rules/campaigns/:id/previews',
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      const campaign = await book.campaign(id);
      if (campaign === null) return unknownCampaign(res);
      const choice = parseBody(rulesChoice, req);
      const checked = checkRules(choice, campaign);
      if (checked.kind === 'refused') throw new BadInput(checked.problems);
      const added = await previews.add({ campaignId: id, choice, byId: signedIn(res).id, at: clock() });
      if (added === 'busy') {
        return sendProblem(res, {
          status: 409,
          code: 'preview-under-way',
          title: 'A look ahead for this campaign is under way.',
          remedy: 'Wait for it, or cancel it.',
        });
      }
      await deps.ask(added.previewId);
      res.status(202).json(await previews.find(added.previewId));
    }),
  );
  router.get(
    '/api/rules/previews/:id',
    route(async (req, res) => {
      const preview: RulePreviewView | null = await previews.find(parseParams(params, req).id);
      if (preview === null) return unknownPreview(res);
      res.json(preview);
    }),
  );
  router.post(
    '/api/rules/previews/:id/cancel',
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      await previews.askToCancel(id, clock());
      const preview = await previews.find(id);
      if (preview === null) return unknownPreview(res);
      res.status(202).json(preview);
    }),
  );
  return router;
}
