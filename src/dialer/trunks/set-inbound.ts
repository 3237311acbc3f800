import type { ChangeInbound } from '../../contract/inbound.ts';
import { numberAddresses } from '../addresses.ts';
import type { InboundCarrier } from '../inbound/inbound-ports.ts';
import { changedFields } from '../../domain/changed-fields.ts';
import type { TrunkBook } from './trunk-book.ts';
import type { DeskReply } from './trunk-desk.ts';

export type SetInbound = (callerIdId: string, change: ChangeInbound) => Promise<DeskReply>;

const refused = (field: string, remedy: string): DeskReply => ({
  kind: 'refused',
  problems: [{ field, rule: 'INB-14', remedy }],
});

/** How calls to a number are taken. The carrier is told first: a number that does not lead to us is not shown as one that does. */
export function makeSetInbound(deps: {
  readonly book: Pick<TrunkBook, 'findCallerId' | 'setInbound' | 'teams'>;
  readonly carrier: Pick<InboundCarrier, 'answerAt'>;
  readonly publicUrl: string;
}): SetInbound {
  const { book, carrier } = deps;
  return async (callerIdId, { inbound, version }) => {
    const before = await book.findCallerId(callerIdId);
    if (before === null) return { kind: 'unknown' };
    if (before.version !== version) return { kind: 'stale' };
    const { teamId } = inbound ?? { teamId: null };
    if (teamId !== null && !(await book.teams()).some((team) => team.teamId === teamId)) {
      return refused('inbound.teamId', 'There is no such team: choose one of the list.');
    }
    const addresses = inbound === null ? null : numberAddresses(deps.publicUrl, callerIdId);
    const told = await carrier.answerAt(before, addresses).catch(() => 'silent' as const);
    if (inbound !== null && told === 'not-ours') {
      return refused(
        'inbound',
        'The account may show this number but does not own it: calls to it reach somebody else.',
      );
    }
    if (told === 'silent') {
      return refused('inbound', 'The provider does not answer: check the account of the trunk, try again.');
    }
    if ((await book.setInbound(callerIdId, version, inbound)) === 'stale') return { kind: 'stale' };
    const off = { taken: false };
    return {
      kind: 'done',
      id: callerIdId,
      changed: changedFields(
        before.inbound === null ? off : { taken: true, ...before.inbound },
        inbound === null ? off : { taken: true, ...inbound },
      ),
    };
  };
}
