import type { HandoverOffer, HandoverRequest } from '../../contract/handover.ts';
import { spreadCases } from '../../domain/spread-cases.ts';
import { seesAgent } from '../../domain/team-sight.ts';
import type { Clock } from '../../platform/clock.ts';
import type { FieldRefusal } from '../casework.ts';
import type { Listener } from '../may-listen.ts';
import type { AuditTrail } from '../ports.ts';
import type { HandoverBook } from './handover-ports.ts';
import { endOfHandover } from './tell-handover.ts';

export type HandoverReply =
  | { readonly kind: 'begun'; readonly offer: HandoverOffer }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'running' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

export type CancelReply =
  | { readonly kind: 'cancelled'; readonly offer: HandoverOffer }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'over' };

export interface HandoverDesk {
  /** Null: no such person, or one of another team. */
  offer(personId: string, viewer: Listener): Promise<HandoverOffer | null>;
  begin(personId: string, request: HandoverRequest, by: Listener): Promise<HandoverReply>;
  /** What has been given stays given, what waits stays where it is. `over`: nothing of it waits any more. */
  cancel(personId: string, handoverId: string, by: Listener): Promise<CancelReply>;
}

const refused = (field: string, rule: string, remedy: string): HandoverReply => ({
  kind: 'refused',
  problems: [{ field, rule, remedy }],
});

/** What somebody has in hand, and how all of it is given to others. */
export function makeHandoverDesk(deps: {
  readonly book: HandoverBook;
  readonly ask: (handoverId: string) => Promise<void>;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}): HandoverDesk {
  const { book, clock } = deps;
  const mayTouch = async (personId: string, { id, role }: Listener): Promise<boolean> => {
    const [leaver, viewer] = await Promise.all([book.teamOf(personId), book.teamOf(id)]);
    return leaver !== null && seesAgent({ role, teamId: viewer?.teamId ?? null }, leaver.teamId);
  };
  const read = async (personId: string): Promise<HandoverOffer> => {
    const [offer, latest] = await Promise.all([book.offer(personId), book.latest(personId)]);
    return { ...offer, latest };
  };

  return {
    offer: async (personId, viewer) => ((await mayTouch(personId, viewer)) ? read(personId) : null),
    async begin(personId, { to, reason }, by) {
      if (!(await mayTouch(personId, by))) return { kind: 'unknown' };
      const [cases, people] = await Promise.all([book.openCases(personId), book.recipients(to, personId)]);
      if (cases.length === 0) {
        return refused('(whole)', 'LVR-1:nothing_open', 'This collector has no open case: nothing has to be given.');
      }
      if (people.length === 0) {
        return refused('to', 'LVR-2:nobody_to_take', 'Name a collector who may sign in, other than this one.');
      }
      if (to.kind === 'named' && people.length < new Set(to.personIds).size) {
        return refused('to.personIds', 'LVR-2:no_collector', 'Name collectors who may sign in, other than this one.');
      }
      const parts = spreadCases(cases, people);
      const begun = await book.begin({ fromId: personId, byId: by.id, reason, parts, at: clock() });
      if (begun === 'running') return { kind: 'running' };
      await deps.ask(begun.handoverId);
      return { kind: 'begun', offer: await read(personId) };
    },
    async cancel(personId, handoverId, by) {
      if (!(await mayTouch(personId, by))) return { kind: 'unknown' };
      const end = await book.cancel({ handoverId, fromId: personId, byId: by.id, at: clock() });
      if (end === null) return { kind: 'over' };
      await deps.audit.record(endOfHandover({ handoverId, fromId: personId, byId: by.id }, end));
      // Whoever carries it on finds nothing that waits; nobody may be at it while cases are on calls.
      await deps.ask(handoverId);
      return { kind: 'cancelled', offer: await read(personId) };
    },
  };
}
