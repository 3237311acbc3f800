import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseAgent,
  inOrder,
  type AgentCandidate,
  type AgentChoice,
  type Hindrance,
  type RoutedCall,
} from '../../../src/domain/routing/choose-agent.ts';
import { usualRouting, type RoutingRules } from '../../../src/domain/routing/routing-rules.ts';
import { agentStates } from '../../../src/domain/vocabulary.ts';

const call: RoutedCall = {
  ownerId: null,
  ownerTeamId: null,
  knownTo: null,
  language: null,
  among: 'all',
  only: null,
  waitedMs: 0,
};
const agent = (agentId: string, over: Partial<AgentCandidate> = {}): AgentCandidate => ({
  agentId,
  state: 'ready',
  readySince: 10,
  leaving: false,
  alive: true,
  belongs: true,
  teamId: null,
  skills: [],
  languages: [],
  level: 5,
  occupancy: null,
  ...over,
});
const rules = (over: Partial<RoutingRules> = {}): RoutingRules => ({ ...usualRouting, ...over });
const choose = (
  of: Partial<RoutedCall>,
  candidates: readonly AgentCandidate[],
  over: Partial<RoutingRules> = {},
): AgentChoice => chooseAgent({ ...call, ...of }, candidates, rules(over));
const hindranceOf = (choice: AgentChoice, agentId: string): string | undefined =>
  choice.standings.find((standing) => standing.agentId === agentId)?.because;

describe('who comes first', () => {
  it('[AGT-7] the owner first, else whoever is ready longest, equals by id, in whatever order they stand', () => {
    const agents = [agent('c', { readySince: 30 }), agent('b'), agent('a'), agent('d', { readySince: 20 })];
    for (const all of [agents, [...agents].reverse()]) {
      expect(choose({ ownerId: 'c' }, all)).toMatchObject({ agentId: 'c', because: 'owner' });
      expect(choose({}, all)).toMatchObject({ agentId: 'a', because: 'id' });
      expect(inOrder(choose({ ownerId: 'absent' }, all))).toEqual(['a', 'b', 'd', 'c']);
    }
    expect(choose({}, [agent('b', { readySince: 9 }), agent('a')])).toMatchObject({ because: 'longest_ready' });
    expect(choose({}, [agent('a')])).toMatchObject({ agentId: 'a', because: 'only_one' });
  });

  it('[AGT-8] nobody without proof of life, not even the owner', () => {
    const faded = agent('a', { alive: false, readySince: 1 });
    const choice = choose({ ownerId: 'a' }, [faded, agent('b')]);
    expect(choice).toMatchObject({ agentId: 'b', because: 'only_one' });
    expect(hindranceOf(choice, 'a')).toBe('no_proof_of_life');
    expect(choose({}, [faded])).toMatchObject({ agentId: null, because: 'nobody' });
    expect(choose({}, [])).toEqual({ agentId: null, because: 'nobody', waitMs: 0, standings: [] });
  });

  it('[AGT-10] whom the third party knows, owner, language, team, level, occupancy, longest ready: the first difference decides', () => {
    const of = { knownTo: 'known', ownerId: 'owner', language: 'es', ownerTeamId: 'reds' };
    const over = { balanceOccupancy: true };
    const los = { languages: ['es'] };
    const ladder = [
      agent('known', { readySince: 99, level: 9, occupancy: 1 }),
      agent('owner', { readySince: 98, level: 9, occupancy: 1 }),
      agent('speaks', { ...los, readySince: 97, level: 9, occupancy: 1 }),
      agent('speaks too, later', { ...los, readySince: 98, level: 9, occupancy: 1 }),
      agent('team', { teamId: 'reds', readySince: 96, level: 9, occupancy: 1 }),
      agent('level', { level: 1, readySince: 95, occupancy: 1 }),
      agent('rested', { readySince: 94, occupancy: 0.19 }),
      agent('busy, longest', { readySince: 1, occupancy: 0.2 }),
      agent('busy, later', { readySince: 2, occupancy: 0.29 }),
      agent('busy, later, by id', { readySince: 2, occupancy: 0.24 }),
    ];
    const choice = choose(of, [...ladder].reverse(), over);
    expect(inOrder(choice)).toEqual(ladder.map(({ agentId }) => agentId));
    expect(choice.because).toBe('known_third_party');
    expect(choice.standings.map(({ because }) => because)).toEqual([
      'known_third_party',
      'known_third_party',
      'owner',
      'longest_ready',
      'language',
      'team',
      'level',
      'occupancy',
      'longest_ready',
      'id',
    ]);
    expect(choice.standings.map(({ rank }) => rank)).toEqual(ladder.map((_, at) => at + 1));
  });

  it('[AGT-10] occupancy counts in tenths, and only where the campaign asks for it', () => {
    const [busy, idle] = [agent('busy', { occupancy: 0.39, readySince: 1 }), agent('idle', { occupancy: 0.3 })];
    expect(choose({}, [idle, busy], { balanceOccupancy: true }).agentId).toBe('busy');
    const busier = agent('busy', { occupancy: 0.4, readySince: 1 });
    expect(choose({}, [idle, busier], { balanceOccupancy: true })).toMatchObject({
      agentId: 'idle',
      because: 'occupancy',
    });
    expect(choose({}, [idle, busier])).toMatchObject({ agentId: 'busy', because: 'longest_ready' });
    // Who has not worked yet was not busy.
    const fresh = agent('fresh', { occupancy: null, readySince: 11 });
    expect(choose({}, [idle, fresh], { balanceOccupancy: true }).agentId).toBe('fresh');
  });
});

describe('who can have the call at all', () => {
  it.each<[Hindrance, Partial<RoutedCall>, Partial<AgentCandidate>, Partial<RoutingRules>]>([
    ['not_of_campaign', { ownerId: 'a' }, { belongs: false }, {}],
    ['other_named', { only: 'b' }, {}, {}],
    ['not_owner', { among: 'owner', ownerId: 'b', ownerTeamId: 'reds' }, { teamId: 'reds' }, {}],
    ['not_of_team', { among: 'team', ownerId: 'b', ownerTeamId: 'reds' }, { teamId: 'blues' }, {}],
    ['not_of_team', { among: 'team', ownerId: 'b' }, {}, {}],
    ['skill_missing', {}, { skills: ['legal'] }, { requiredSkills: ['legal', 'hardship'] }],
    ['language_missing', { language: 'es' }, { languages: ['en'] }, { languageRule: 'required' }],
    ['not_ready', {}, { state: 'talking', readySince: null }, {}],
    ['not_ready', {}, { state: 'on_break', readySince: null, alive: false }, {}],
    ['no_proof_of_life', {}, { alive: false }, {}],
  ])('[AGT-11] %s: he gets no call, and that is the reason told', (because, of, one, over) => {
    const choice = choose(of, [agent('a', one)], over);
    expect(choice).toEqual({
      agentId: null,
      because: 'nobody',
      waitMs: 0,
      standings: [{ agentId: 'a', rank: null, because }],
    });
  });

  it('[AGT-11] what is asked for and there is no hindrance; whoever is named needs neither skill nor language', () => {
    const asks = { requiredSkills: ['legal'], languageRule: 'required' } as const;
    const able = agent('a', { skills: ['hardship', 'legal'], languages: ['en', 'es-MX'] });
    expect(choose({ language: 'es' }, [able], asks).agentId).toBe('a');
    expect(choose({ language: null }, [agent('a', { skills: ['legal'] })], asks).agentId).toBe('a');
    expect(choose({ language: 'es', only: 'a' }, [agent('a')], asks).agentId).toBe('a');
    expect(choose({ among: 'team', ownerId: 'a' }, [agent('a')]).agentId).toBe('a');
    expect(choose({ among: 'team', ownerTeamId: 'reds' }, [agent('a', { teamId: 'reds' })]).agentId).toBe('a');
  });

  it.each([
    [['zh'], 'zh-TW', true],
    [['zh-TW'], 'zh', true],
    [['zh-CN'], 'zh-TW', false],
    [['en', 'ES-mx'], 'es-MX', true],
    [['e'], 'en', false],
    [[], 'en', false],
  ])('[AGT-11] whoever speaks %j understands %s: %s', (languages, language, understood) => {
    const choice = choose({ language }, [agent('a', { languages })], { languageRule: 'required' });
    expect(choice.agentId).toBe(understood ? 'a' : null);
  });
});

describe('an owner who is about to come free', () => {
  const owner = agent('owner', { state: 'wrapping_up', readySince: null });
  const of = { ownerId: 'owner' };

  it('[AGT-12] is waited for until the budget of the campaign is spent, then whoever is free has the call', () => {
    const all = [agent('free'), owner];
    expect(choose({ ...of, waitedMs: 0 }, all, { affinityMs: 200 })).toMatchObject({
      agentId: null,
      because: 'owner_is_coming',
      waitMs: 200,
    });
    expect(choose({ ...of, waitedMs: 199 }, all, { affinityMs: 200 }).waitMs).toBe(1);
    expect(choose({ ...of, waitedMs: 200 }, all, { affinityMs: 200 })).toMatchObject({ agentId: 'free', waitMs: 0 });
    expect(choose(of, all, { affinityMs: 0 })).toMatchObject({ agentId: 'free', waitMs: 0 });
    expect(choose(of, [owner], { affinityMs: 200 })).toMatchObject({ because: 'owner_is_coming', waitMs: 200 });
  });

  it.each<[string, Partial<AgentCandidate>, Partial<RoutedCall>, Partial<RoutingRules>]>([
    ['he talks', { state: 'talking' }, {}, {}],
    ['he goes on a break afterwards', { leaving: true }, {}, {}],
    ['his page is gone', { alive: false }, {}, {}],
    ['he is of another campaign', { belongs: false }, {}, {}],
    ['he lacks a skill', {}, {}, { requiredSkills: ['legal'] }],
    ['the third party knows another one, who is free', {}, { knownTo: 'free' }, {}],
  ])('[AGT-12] is not waited for when %s', (_when, one, more, over) => {
    const skills = ['legal'];
    const choice = choose({ ...of, ...more }, [agent('free', { skills }), { ...owner, ...one }], over);
    expect(choice).toMatchObject({ agentId: 'free', waitMs: 0 });
  });

  it('[AGT-12] one who is ready has the call at once', () => {
    expect(choose(of, [agent('free', { readySince: 1 }), agent('owner')])).toMatchObject({
      agentId: 'owner',
      because: 'owner',
      waitMs: 0,
    });
  });
});

describe('the order as a whole', () => {
  const few = fc.constantFrom('a', 'b', 'c');
  const languages = fc.constantFrom('zh', 'zh-TW', 'en', 'es');
  const someAgent = fc.record({
    state: fc.oneof({ weight: 3, arbitrary: fc.constant('ready' as const) }, fc.constantFrom(...agentStates)),
    since: fc.nat(3),
    leaving: fc.boolean(),
    alive: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    belongs: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, fc.boolean()),
    teamId: fc.option(few, { nil: null }),
    skills: fc.subarray(['legal', 'hardship']),
    languages: fc.uniqueArray(languages, { maxLength: 2 }),
    level: fc.integer({ min: 1, max: 3 }),
    occupancy: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }),
  });
  const floor = fc.array(someAgent, { maxLength: 12 }).map((all) =>
    all.map(({ since, ...one }, at): AgentCandidate => {
      return {
        ...one,
        agentId: `agent ${String(at).padStart(2, '0')}`,
        readySince: one.state === 'ready' ? since : null,
      };
    }),
  );
  const someone = fc.option(
    fc.nat(11).map((at) => `agent ${String(at).padStart(2, '0')}`),
    { nil: null },
  );
  const someCall: fc.Arbitrary<RoutedCall> = fc.record({
    ownerId: someone,
    ownerTeamId: fc.option(few, { nil: null }),
    knownTo: someone,
    language: fc.option(languages, { nil: null }),
    among: fc.constantFrom('owner' as const, 'team' as const, 'all' as const, 'all' as const),
    only: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, someone),
    waitedMs: fc.nat(100),
  });
  const someRules: fc.Arbitrary<RoutingRules> = fc.record({
    requiredSkills: fc.subarray(['legal', 'hardship']),
    languageRule: fc.constantFrom('preferred' as const, 'required' as const),
    affinityMs: fc.nat(100),
    balanceOccupancy: fc.boolean(),
    stickyDays: fc.nat(30),
  });
  const shuffled = floor.chain((all) =>
    fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })),
  );

  it('[AGT-13] everybody stands in it once, the ranks go from one without a gap, and the first has the call unless it waits', () => {
    fc.assert(
      fc.property(someCall, floor, someRules, (one, all, over) => {
        const choice = chooseAgent(one, all, over);
        expect(choice.standings.map(({ agentId }) => agentId).sort()).toEqual(all.map(({ agentId }) => agentId).sort());
        const ranks = choice.standings.flatMap(({ rank }) => (rank === null ? [] : [rank]));
        expect(ranks).toEqual(ranks.map((_, at) => at + 1));
        expect(choice.waitMs).toBeLessThanOrEqual(Math.max(0, over.affinityMs - one.waitedMs));
        const first = inOrder(choice)[0] ?? null;
        expect(choice.agentId).toBe(choice.waitMs > 0 ? null : first);
      }),
    );
  });

  it('[AGT-13] in whatever order the agents are told of, the choice is the same to the last word', () => {
    fc.assert(
      fc.property(someCall, shuffled, someRules, (one, [all, again], over) => {
        expect(chooseAgent(one, again, over)).toEqual(chooseAgent(one, all, over));
      }),
    );
  });

  it('[AGT-13] nobody who is not ready, has no proof of life, or lacks what is asked for has a rank', () => {
    fc.assert(
      fc.property(someCall, floor, someRules, (one, all, over) => {
        const ranked = new Set(inOrder(chooseAgent(one, all, over)));
        for (const each of all.filter(({ agentId }) => ranked.has(agentId))) {
          expect(each).toMatchObject({ state: 'ready', alive: true, belongs: true });
          if (one.only !== null) expect(each.agentId).toBe(one.only);
          else expect(each.skills).toEqual(expect.arrayContaining([...over.requiredSkills]));
        }
      }),
    );
  });

  it('[AGT-13] who drops out leaves the order of the others as it was: the next one is whom the rest would choose', () => {
    fc.assert(
      fc.property(someCall, floor, someRules, (one, all, over) => {
        const order = inOrder(chooseAgent(one, all, over));
        const rest = all.filter(({ agentId }) => agentId !== order[0]);
        expect(inOrder(chooseAgent(one, rest, over))).toEqual(order.slice(1));
      }),
    );
  });

  it('[AGT-13] of any two it is the same one who comes first, whoever else is there', () => {
    fc.assert(
      fc.property(someCall, floor, someRules, (one, all, over) => {
        const order = inOrder(chooseAgent(one, all, over));
        for (const [at, first] of order.entries()) {
          for (const second of order.slice(at + 1)) {
            const two = all.filter(({ agentId }) => agentId === first || agentId === second);
            expect(inOrder(chooseAgent(one, two, over))).toEqual([first, second]);
          }
        }
      }),
    );
  });
});
