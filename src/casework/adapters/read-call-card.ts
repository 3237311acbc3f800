import type { CallCard } from '../../contract/agent.ts';
import { coversDebt, isOthersNumber, needsIdentity } from '../../domain/identity.ts';
import { linkedReviewDuty } from '../../domain/linked-review.ts';
import { maskNumber } from '../../domain/mask.ts';
import { numberClasses } from '../../domain/vocabulary.ts';
import type { Clock } from '../../platform/clock.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import { presetOf, wordOf } from '../dial-facts-of.ts';
import {
  holdsForLinked,
  houseOf,
  instant,
  ladderOf,
  ladderSelect,
  owedOf,
  zonesOfPrefixes,
} from './case-view-parts.ts';

/** What the agent's screen shows the moment a call is connected; what is withheld never leaves the server (IDC-1). */
export async function readCallCard(
  { prisma, clock }: { readonly prisma: PrismaClient; readonly clock: Clock },
  attemptId: string,
): Promise<CallCard | null> {
  const [attempt, house, zonesSet] = await Promise.all([
    prisma.attempt.findUnique({
      where: { id: attemptId },
      include: {
        campaign: true,
        inboundCall: { select: { shared: true } },
        number: { include: { line: { select: { e164: true } } } },
        case: {
          include: {
            client: { select: { name: true } },
            debtor: { include: { debtorLines: true, cases: { select: { id: true, createdAt: true } } } },
            numbers: { select: ladderSelect },
            attempts: { select: { numberId: true, roundNumber: true }, orderBy: { intendedAt: 'desc' }, take: 100 },
          },
        },
      },
    }),
    houseOf(prisma),
    zonesOfPrefixes(prisma),
  ]);
  if (attempt === null) return null;
  const { case: owner, number, campaign } = attempt;
  const numberClass = wordOf(numberClasses, number.class);
  const tried = owner.attempts.filter((each) => each.roundNumber === owner.roundNumber);
  const preset = presetOf({ campaign, tenant: house });
  const identityConfirmed = attempt.identityConfirmedAt !== null;
  const shared = attempt.inboundCall?.shared ?? false;
  const covered = coversDebt({ numberClass, identityConfirmed, ended: attempt.endedAt !== null, shared }, preset);
  const ladder = ladderOf(owner.numbers, owner.debtor.debtorLines, {
    preset,
    addressZones: owner.addressZones,
    zonesSet,
    tried: new Set(tried.map((each) => each.numberId)),
    now: clock(),
  });
  const answeredAt = attempt.answeredAt?.getTime() ?? clock();
  const linkedCases = covered ? 0 : owner.debtor.cases.length - 1;
  return {
    attemptId,
    caseId: owner.id,
    answeredAt,
    connectedAt: attempt.connectedAt?.getTime() ?? answeredAt,
    direction: attempt.direction === 'inbound' ? 'inbound' : 'outbound',
    numberId: number.id,
    numberClass,
    numberMasked: maskNumber(number.line.e164),
    shared,
    person: shared ? null : number.person,
    relation: shared ? null : number.relation,
    thirdParty: isOthersNumber(numberClass),
    identity: shared
      ? 'needed'
      : !needsIdentity(numberClass, preset)
        ? 'not_needed'
        : identityConfirmed
          ? 'confirmed'
          : 'needed',
    covered,
    linkedCases,
    linkedOwed: linkedReviewDuty({ linkedCases, viewedByAgent: attempt.linkedSeenAt !== null }, preset.links.gate)
      .opensPanel,
    linkedHoldsDialing: !covered && holdsForLinked(owner, owner.debtor.cases, preset),
    answeredBy: attempt.answeredBy,
    debtorName: shared ? null : owner.debtor.name,
    clientName: covered ? null : owner.client.name,
    externalRef: shared ? '' : owner.externalRef,
    cardLast4: covered ? null : owner.cardLast4,
    amountMinor: covered ? null : owedOf(owner),
    currency: owner.currency,
    overdueDays: covered ? null : owner.overdueDays,
    ladder: shared ? [] : covered ? ladder.map((each) => ({ ...each, note: null })) : ladder,
    campaignName: campaign?.name ?? null,
    onHold: false,
    endedAt: instant(attempt.endedAt),
    endReason: attempt.endReason,
  };
}
