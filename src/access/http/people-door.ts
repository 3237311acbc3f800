import { json, Router, type RequestHandler, type Response } from 'express';
import { z } from 'zod';
import { historyQuery, type AuditList, type AuditQuery } from '../../contract/audit.ts';
import {
  changeAccessPolicy,
  changePerson,
  changeTeam,
  newPerson,
  peopleFilters,
  peopleQuery,
  personReason,
  removeTeam,
  teamSettings,
  type PersonView,
} from '../../contract/people.ts';
import { csvDoor, csvInstant, everyPage } from '../../platform/csv.ts';
import { parseBody, parseParams, parseQuery, route, sendProblem } from '../../platform/http-problem.ts';
import { summaryOf } from '../account/own-account.ts';
import type { EndSessions } from '../end-sessions.ts';
import type { PeopleDesk } from '../people/people-desk.ts';
import type { DeskReply } from '../people/refusal.ts';
import type { TeamDesk } from '../people/team-desk.ts';
import type { Policy } from '../policy.ts';
import type { AuditTrail } from '../ports.ts';
import type { Sessions } from '../sessions.ts';
import { sayUnlessDone } from './desk-reply.ts';
import { sessionIdOf, userOf } from './guards.ts';

const params = z.object({ id: z.uuid() });
const exportedAtOnce = 200;
const sessionParams = z.object({ id: z.uuid(), sessionId: z.uuid() });
const noPerson = { code: 'person-unknown', title: 'There is no such person.' };
const noTeam = { code: 'team-unknown', title: 'There is no such team.' };

export interface PeopleDoorDeps {
  readonly people: PeopleDesk;
  readonly teams: TeamDesk;
  readonly policy: Policy;
  /** What the audit log says of a person; signing in and out is no change. */
  readonly history: (personId: string, page: Pick<AuditQuery, 'cursor' | 'limit'>) => Promise<AuditList>;
  readonly sessions: Sessions;
  readonly endSessions: EndSessions;
  readonly audit: AuditTrail;
  readonly requireManager: RequestHandler;
  readonly requireExporter: RequestHandler;
  /** Teams are named wherever somebody plans. */
  readonly requireSupervisor: RequestHandler;
}

/** `/api/people`, `/api/teams`, `/api/access-policy`: people are never deleted, what they did refers to them. */
export function makePeopleDoor(deps: PeopleDoorDeps): Router {
  const { people, teams, policy, sessions, endSessions, requireManager } = deps;
  const router = Router();
  const body = json({ limit: '16kb' });

  const answer = <T>(res: Response, reply: DeskReply<T>, status = 200, unknown = noPerson): void => {
    const done = sayUnlessDone(res, reply, unknown);
    if (done !== null) res.status(status).json(done.value);
  };

  router.get(
    '/api/people',
    requireManager,
    route(async (req, res) => {
      res.json(await people.list(parseQuery(peopleQuery, req)));
    }),
  );
  router.post(
    '/api/people',
    requireManager,
    body,
    route(async (req, res) => answer(res, await people.add(userOf(res).id, parseBody(newPerson, req)), 201)),
  );
  router.get(
    '/api/people/export.csv',
    requireManager,
    deps.requireExporter,
    csvDoor({
      query: peopleFilters,
      note: ({ role = null, teamId = null, state }, res) =>
        deps.audit.record({
          actorId: userOf(res).id,
          action: 'people.exported',
          subjectType: 'user',
          subjectId: null,
          detail: { role, teamId, state },
        }),
      file: (filters) => ({
        name: 'people',
        heads: [
          'name',
          'user_name',
          'role',
          'team',
          'languages',
          'skills',
          'last_seen_at',
          'disabled_at',
          'open_cases',
        ],
        parts: (async function* () {
          const page = async (cursor: string | undefined) => {
            const order = { sort: 'displayName', dir: 'asc', limit: exportedAtOnce } as const;
            const { people: rows, nextCursor } = await people.list({ ...filters, ...order, cursor });
            return { rows, nextCursor };
          };
          for await (const rows of everyPage(page))
            yield rows.map((person) => [
              ...[person.displayName, person.username, person.role, person.team?.name ?? null],
              ...[person.languages.join(' '), person.skills.join(' ')],
              ...[csvInstant(person.lastSeenAt), csvInstant(person.disabledAt), person.openCases],
            ]);
        })(),
      }),
    }),
  );
  router.get(
    '/api/people/:id',
    requireManager,
    route(async (req, res) => {
      const found = await people.find(parseParams(params, req).id);
      if (found === null) sendProblem(res, { status: 404, ...noPerson });
      else res.json(found);
    }),
  );
  router.put(
    '/api/people/:id',
    requireManager,
    body,
    route(async (req, res) => {
      const { version, reason, ...settings } = parseBody(changePerson, req);
      answer(res, await people.change(userOf(res).id, parseParams(params, req).id, version, settings, reason));
    }),
  );
  router.post(
    '/api/people/:id/temporary-password',
    requireManager,
    route(async (req, res) =>
      answer(res, await people.giveTemporaryPassword(userOf(res).id, parseParams(params, req).id), 201),
    ),
  );
  const acts: Readonly<Record<string, (by: string, personId: string) => Promise<DeskReply<PersonView>>>> = {
    '/api/people/:id/unlock': (by, id) => people.unlock(by, id),
    '/api/people/:id/remove-second-factor': (by, id) => people.removeSecondFactor(by, id),
  };
  for (const [path, act] of Object.entries(acts)) {
    router.post(
      path,
      requireManager,
      route(async (req, res) => answer(res, await act(userOf(res).id, parseParams(params, req).id))),
    );
  }
  for (const act of ['deactivate', 'reactivate'] as const) {
    router.post(
      `/api/people/:id/${act}`,
      requireManager,
      body,
      route(async (req, res) => {
        const { reason } = parseBody(personReason, req);
        answer(res, await people[act](userOf(res).id, parseParams(params, req).id, reason));
      }),
    );
  }
  router.get(
    '/api/people/:id/history',
    requireManager,
    route(async (req, res) => {
      const { id } = parseParams(params, req);
      res.json(await deps.history(id, parseQuery(historyQuery, req)));
    }),
  );
  router.get(
    '/api/people/:id/sessions',
    requireManager,
    route(async (req, res) => {
      const rows = await sessions.liveOf(parseParams(params, req).id);
      res.json({ sessions: rows.map((row) => summaryOf(row, sessionIdOf(res))) });
    }),
  );
  router.delete(
    '/api/people/:id/sessions',
    requireManager,
    route(async (req, res) => {
      res.json({ ended: await endSessions(parseParams(params, req).id, { by: userOf(res).id }) });
    }),
  );
  router.delete(
    '/api/people/:id/sessions/:sessionId',
    requireManager,
    route(async (req, res) => {
      const { id, sessionId } = parseParams(sessionParams, req);
      res.json({ ended: await endSessions(id, { only: sessionId, by: userOf(res).id }) });
    }),
  );

  router.get(
    '/api/teams',
    deps.requireSupervisor,
    route(async (_req, res) => {
      res.json({ teams: await teams.all() });
    }),
  );
  router.post(
    '/api/teams',
    requireManager,
    body,
    route(async (req, res) => answer(res, await teams.add(userOf(res).id, parseBody(teamSettings, req).name), 201)),
  );
  router.put(
    '/api/teams/:id',
    requireManager,
    body,
    route(async (req, res) => {
      const { version, name, reason } = parseBody(changeTeam, req);
      const { id } = parseParams(params, req);
      answer(res, await teams.rename(userOf(res).id, id, version, name, reason), 200, noTeam);
    }),
  );
  router.post(
    '/api/teams/:id/remove',
    requireManager,
    body,
    route(async (req, res) => {
      const { reason } = parseBody(removeTeam, req);
      const { id } = parseParams(params, req);
      const removed = sayUnlessDone(res, await teams.remove(userOf(res).id, id, reason), noTeam);
      if (removed !== null) res.status(204).end();
    }),
  );

  router.get(
    '/api/access-policy',
    requireManager,
    route(async (_req, res) => {
      res.json(await policy.read());
    }),
  );
  router.put(
    '/api/access-policy',
    requireManager,
    body,
    route(async (req, res) => {
      const { reason, ...wanted } = parseBody(changeAccessPolicy, req);
      const saved = await policy.save(userOf(res).id, wanted, reason);
      answer(res, saved === 'stale' ? { kind: 'stale' } : { kind: 'done', value: saved });
    }),
  );
  return router;
}
