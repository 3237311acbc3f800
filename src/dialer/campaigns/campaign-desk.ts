import type {
  CampaignChecklist,
  CampaignChoices,
  CampaignFit,
  CampaignSetup,
  CampaignSetupView,
  NewCampaign,
} from '../../contract/campaign-setup.ts';
import { scheduleProblems } from '../../domain/campaign-schedule.ts';
import { asksNothing, type CaseFilters } from '../../domain/case-filters.ts';
import { presets } from '../../domain/presets.ts';
import { startChecklist, type StartCheck } from '../../domain/start-checklist.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import { removedByClock } from '../../domain/window-problems.ts';
import { clockMinutes } from '../../domain/zoned-time.ts';
import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import { changedFields } from '../../domain/changed-fields.ts';
import type { DeskReply, FieldRefusal } from '../trunks/trunk-desk.ts';
import type { CampaignSetupBook, CasesForCampaigns } from './campaign-setup-book.ts';

export interface CampaignDesk {
  choices(): Promise<CampaignChoices>;
  find(campaignId: string): Promise<CampaignSetupView | null>;
  fit(filters: CaseFilters): Promise<CampaignFit>;
  add(campaign: NewCampaign): Promise<DeskReply>;
  change(campaignId: string, version: number, setup: CampaignSetup): Promise<DeskReply>;
  clone(campaignId: string, name: string): Promise<DeskReply>;
  /** Null: no such campaign. */
  checklist(campaignId: string): Promise<CampaignChecklist | null>;
  /** Before the start: what still fails; nothing fails: what fits has been taken in. */
  prepareStart(campaignId: string): Promise<readonly FieldRefusal[] | 'unknown'>;
  /** Now and then: new cases that fit a running campaign, and who joined or left its teams. */
  keepUp(): Promise<void>;
}

const remedies: Readonly<Record<StartCheck, string>> = {
  trunk: 'Switch one of its trunks on, or give the campaign another one.',
  channels: 'Give its trunk at least one channel.',
  caller_id: 'Add a verified caller id to its trunk, or name another one.',
  rules: 'Its rules cannot be read or are looser than the law they name: save them anew.',
  fiction: 'These rules are for invented numbers: choose the simulated carrier, or other rules.',
  agents: 'Name at least one agent or a team with members, who can do all that its calls ask for.',
  dialable_number:
    'No case in it, or that it would take in, has a number that may be dialed: widen the filters or import.',
  abandon_message: 'Write what is said to whoever answers and gets no agent, or let it hang up.',
};

const problem = (field: string, rule: string, remedy: string): FieldRefusal => ({ field, rule, remedy });
const nameTaken: DeskReply = {
  kind: 'refused',
  problems: [problem('name', 'CAMP-1', 'Another campaign has this name: choose one of its own.')],
};

const rangeProblems = ({ filters }: CampaignSetup): readonly FieldRefusal[] =>
  (
    [
      ['owed', filters.owedFrom, filters.owedTo],
      ['overdue', filters.overdueFrom, filters.overdueTo],
    ] as const
  ).flatMap(([name, from, to]) =>
    from !== null && to !== null && from > to
      ? [problem(`filters.${name}To`, 'CAMP-2', 'The end lies before the beginning: no case fits.')]
      : [],
  );

const scriptProblems = ({ scripts }: CampaignSetup): readonly FieldRefusal[] =>
  scripts.flatMap(({ code }, at) =>
    scripts.findIndex((script) => script.code === code) < at
      ? [problem(`scripts.${at}.code`, 'CAMP-7', 'This result has a script already: let each stand once.')]
      : [],
  );

const levelProblems = ({ routing }: CampaignSetup, outsiders: readonly string[]): readonly FieldRefusal[] =>
  routing.levels.flatMap(({ agentId }, at) => {
    const field = `routing.levels.${at}.agentId`;
    if (outsiders.includes(agentId)) {
      return [problem(field, 'CAMP-8', 'Not of its agents or teams: name him there first, or take the level away.')];
    }
    return routing.levels.findIndex((each) => each.agentId === agentId) < at
      ? [problem(field, 'CAMP-8', 'This agent has a level already: let each stand once.')]
      : [];
  });

const scheduleRefusals = ({ schedule }: CampaignSetup): readonly FieldRefusal[] =>
  scheduleProblems(schedule).map((fault) => {
    const field = `schedule.${fault.at}`;
    switch (fault.rule) {
      case 'no_days':
        return problem(field, 'CAMP-5', 'Name at least one day.');
      case 'empty':
        return problem(field, 'CAMP-5', 'It ends before it begins: choose a later end.');
      case 'overlaps':
        return problem(field, 'CAMP-5', `It overlaps with entry ${fault.with + 1}: let each hour stand once.`);
    }
  });

/** Hours of which a change of the agency's clock would leave nothing. */
const removedRefusals = ({ schedule }: CampaignSetup, zone: string, now: Instant): readonly FieldRefusal[] =>
  schedule.flatMap((entry, at) => {
    const removed = removedByClock(entry, [zone], now);
    if (removed === null || clockMinutes(entry.from) >= clockMinutes(entry.to)) return [];
    return [
      problem(
        `schedule.${at}`,
        'CAMP-5',
        `On ${removed.on} the clock goes from ${removed.from} to ${removed.to}: nothing of it would be left. Begin earlier or end later.`,
      ),
    ];
  });

/** What of a set-up cannot be, by its field. */
export async function campaignFaults(
  book: Pick<CampaignSetupBook, 'unknownIds' | 'foreignCallerIds' | 'trunkKinds' | 'businessZone' | 'outsiders'>,
  setup: CampaignSetup,
  preset: string,
  now: Instant,
): Promise<readonly FieldRefusal[]> {
  const trunkIds = [setup.trunkId, ...setup.furtherTrunkIds];
  const [unknown, outsiders, foreign, kinds] = await Promise.all([
    book.unknownIds(setup),
    book.outsiders(setup),
    book.foreignCallerIds(setup.callerIdIds, trunkIds),
    book.trunkKinds(trunkIds),
  ]);
  const rules = Object.values(presets).find(({ name }) => name === preset);
  const fiction = rules?.realCarrierAllowed === false && kinds.some((kind) => kind !== 'sim');
  const silent = setup.abandonTreatment === 'message' && (setup.abandonMessage ?? '') === '';
  return [
    ...unknown.map((field) => problem(field, 'CAMP-2', 'Name what GET /api/campaigns/choices lists.')),
    ...foreign.map((id) => problem('callerIdIds', 'CAMP-2', `Not of its trunks: ${id}.`)),
    ...(fiction ? [problem('trunkId', 'DIAL-3', remedies.fiction)] : []),
    ...(silent ? [problem('abandonMessage', 'CAMP-2', remedies.abandon_message)] : []),
    ...scriptProblems(setup),
    ...levelProblems(setup, outsiders),
    ...rangeProblems(setup),
    ...scheduleRefusals(setup),
    ...removedRefusals(setup, await book.businessZone(), now),
  ];
}

export function makeCampaignDesk(deps: {
  readonly book: CampaignSetupBook;
  readonly cases: CasesForCampaigns;
  readonly clock: Clock;
}): CampaignDesk {
  const { book, cases, clock } = deps;

  const faultsOf = (setup: CampaignSetup, preset: string) => campaignFaults(book, setup, preset, clock());

  async function checklist(campaignId: string): Promise<CampaignChecklist | null> {
    const facts = await book.startFacts(campaignId);
    if (facts === null) return null;
    const [within, free] = await Promise.all([
      cases.within(campaignId),
      asksNothing(facts.filters) ? { free: 0, dialable: 0 } : cases.fitting(facts.filters),
    ]);
    const dialable = within.dialable + free.dialable;
    const checks = startChecklist({ ...facts, dialable });
    return {
      ready: checks.every(({ holds }) => holds),
      checks: [...checks],
      cases: { within: within.open, free: free.free, dialable },
    };
  }

  return {
    choices: () => book.choices(),
    find: (campaignId) => book.find(campaignId),
    checklist,
    async fit(filters) {
      if (asksNothing(filters)) return { open: 0, free: 0 };
      const { open, free } = await cases.fitting(filters);
      return { open, free };
    },
    async add(campaign) {
      const { preset, mode, target, ...setup } = campaign;
      const problems = await faultsOf(setup, preset);
      if (problems.length > 0) return { kind: 'refused', problems };
      const campaignId = newId();
      if ((await book.add(campaignId, campaign)) === 'name_taken') return nameTaken;
      return { kind: 'done', id: campaignId, changed: changedFields({}, { ...setup, preset, mode, target }) };
    },
    async change(campaignId, version, setup) {
      const before = await book.find(campaignId);
      if (before === null) return { kind: 'unknown' };
      if (before.version !== version) return { kind: 'stale' };
      const problems = await faultsOf(setup, before.preset);
      if (problems.length > 0) return { kind: 'refused', problems };
      const saved = await book.change(campaignId, version, setup);
      if (saved === 'name_taken') return nameTaken;
      if (saved === 'stale') return { kind: 'stale' };
      return { kind: 'done', id: campaignId, changed: changedFields(before, setup) };
    },
    async clone(campaignId, name) {
      const cloneId = newId();
      const made = await book.clone(campaignId, cloneId, name);
      if (made === null) return { kind: 'unknown' };
      if (made === 'name_taken') return nameTaken;
      return { kind: 'done', id: cloneId, changed: { clonedFrom: campaignId, name } };
    },
    async prepareStart(campaignId) {
      const facts = await book.startFacts(campaignId);
      const list = await checklist(campaignId);
      if (facts === null || list === null) return 'unknown';
      const failing = list.checks.filter(({ holds }) => !holds);
      if (failing.length > 0) return failing.map(({ check }) => problem(check, 'CAMP-4', remedies[check]));
      if (!asksNothing(facts.filters)) await cases.takeIn(campaignId, facts.filters);
      return [];
    },
    async keepUp() {
      await book.followTeams();
      for (const { campaignId, filters } of await book.takingIn()) await cases.takeIn(campaignId, filters);
    },
  };
}
