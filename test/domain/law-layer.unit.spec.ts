import { describe, expect, it } from 'vitest';
import type { CallWindowCap, Preset } from '../../src/domain/preset.ts';
import { presets } from '../../src/domain/presets.ts';
import { loosenedFields, rulesUnder, tighten, type LawChange } from '../../src/domain/tighten.ts';

/** A law in the middle of its scale: every limit of it can be loosened and tightened. */
const law: Preset = {
  ...presets.cn,
  window: { hours: ['08:00', '21:00'], sunday: ['10:00', '18:00'], zone: 'number', unknownZone: 'block' },
  holidayDialing: 'ptp_only',
  caps: {
    ...presets.cn.caps,
    attemptsPerNumberDay: 6,
    attemptsPerPersonDay: 4,
    effectiveTalksPerDebtorDay: 3,
    quietAfterTalkDays: 7,
    minRedialMs: 600_000,
  },
  thirdParty: { ...presets.cn.thirdParty, noRpcDays: 3, maxPerPerson: 2, modes: ['preview', 'manual'] },
  amd: 'off',
  links: { gate: 'soft' },
  clocks: { ...presets.cn.clocks, lookup114For: 'all' },
};
const window: CallWindowCap = {
  calls: 7,
  days: 7,
  per: 'person',
  classes: null,
  exclude: ['BUSY', 'SUPPRESSED'],
  excludeConsented: true,
};

const loosened = (change: LawChange, from: Preset = law): readonly string[] => {
  const result = tighten(from, change);
  return result.kind === 'refused' ? result.loosened : [];
};
const withWindow = (over: Partial<Preset['window']>): LawChange => ({ window: { ...law.window, ...over } });
const withCaps = (over: Partial<Preset['caps']>): LawChange => ({ caps: { ...law.caps, ...over } });
const withThird = (over: Partial<Preset['thirdParty']>): LawChange => ({ thirdParty: { ...law.thirdParty, ...over } });
const withAbandon = (over: Partial<Preset['abandon']>): LawChange => ({ abandon: { ...law.abandon, ...over } });
const withClocks = (over: Partial<Preset['clocks']>): LawChange => ({ clocks: { ...law.clocks, ...over } });
const withRecording = (over: Partial<Preset['recording']>): LawChange => ({ recording: { ...law.recording, ...over } });

describe('the law layer under a campaign', () => {
  it.each<[string, LawChange, LawChange]>([
    ['window.hours', withWindow({ hours: ['07:59', '21:00'] }), withWindow({ hours: ['08:01', '21:00'] })],
    ['window.hours', withWindow({ hours: ['08:00', '21:01'] }), withWindow({ hours: ['08:00', '20:59'] })],
    ['window.sunday', withWindow({ sunday: ['09:59', '18:00'] }), withWindow({ sunday: ['10:01', '17:59'] })],
    ['window.sunday', withWindow({ sunday: ['10:00', '18:01'] }), withWindow({ sunday: null })],
    ['holidayDialing', { holidayDialing: 'on' }, { holidayDialing: 'off' }],
    ['caps.attemptsPerNumberDay', withCaps({ attemptsPerNumberDay: 7 }), withCaps({ attemptsPerNumberDay: 5 })],
    ['caps.attemptsPerPersonDay', withCaps({ attemptsPerPersonDay: 5 }), withCaps({ attemptsPerPersonDay: 3 })],
    ['caps.attemptsPerPersonDay', withCaps({ attemptsPerPersonDay: null }), withCaps({ attemptsPerPersonDay: 4 })],
    [
      'caps.effectiveTalksPerDebtorDay',
      withCaps({ effectiveTalksPerDebtorDay: 4 }),
      withCaps({ effectiveTalksPerDebtorDay: 2 }),
    ],
    ['caps.quietAfterTalkDays', withCaps({ quietAfterTalkDays: 6 }), withCaps({ quietAfterTalkDays: 8 })],
    ['caps.minRedialMs', withCaps({ minRedialMs: 599_999 }), withCaps({ minRedialMs: 600_001 })],
    ['thirdParty.noRpcDays', withThird({ noRpcDays: 2 }), withThird({ noRpcDays: 4 })],
    ['thirdParty.maxPerPerson', withThird({ maxPerPerson: 3 }), withThird({ maxPerPerson: 1 })],
    ['thirdParty.modes', withThird({ modes: ['preview', 'manual', 'predictive'] }), withThird({ modes: ['manual'] })],
    ['thirdParty.gate', withThird({ gate: 'no_disclosure' }), withThird({ gate: 'location_info_only' })],
    ['thirdParty.stopOnRefusal', withThird({ stopOnRefusal: false }), withThird({ stopOnRefusal: true })],
    ['abandon.maxRate', withAbandon({ maxRate: 0.031 }), withAbandon({ maxRate: 0.029 })],
    ['abandon.agentWithinMs', withAbandon({ agentWithinMs: 2_001 }), withAbandon({ agentWithinMs: 1_999 })],
    [
      'abandon.noAutoRedialMs',
      withAbandon({ noAutoRedialMs: law.abandon.noAutoRedialMs - 1 }),
      withAbandon({ noAutoRedialMs: law.abandon.noAutoRedialMs + 1 }),
    ],
    ['abandon.sameDayRedial', withAbandon({ sameDayRedial: true }), withAbandon({ sameDayRedial: false })],
    ['recording.all', withRecording({ all: false }), withRecording({ all: true })],
    ['recording.announce', withRecording({ announce: false }), withRecording({ announce: true })],
    ['recording.retainDays', withRecording({ retainDays: 1094 }), withRecording({ retainDays: 1096 })],
    ['amd', { amd: 'on' }, { amd: 'off' }],
    ['ringMinMs', { ringMinMs: 14_999 }, { ringMinMs: 15_001 }],
    ['links.gate', { links: { gate: 'off' } }, { links: { gate: 'hard' } }],
    ['clocks.lookup114For', withClocks({ lookup114For: 'trace' }), withClocks({ lookup114For: 'all' })],
  ])(
    '[PRE-5] %s is loosened one step and refused by its field alone, tightened one step and taken',
    (field, loose, strict) => {
      expect(loosened(loose)).toEqual([field]);
      expect(loosened(strict)).toEqual([]);
      expect(loosened({})).toEqual([]);
    },
  );

  it('[PRE-5] two zones are stricter than one, the person stricter than the line, and not the other way', () => {
    const strict: Preset = {
      ...law,
      window: { ...law.window, zone: 'number_and_address' },
      caps: { ...law.caps, redialScope: 'person' },
    };
    expect(loosenedFields(strict, law)).toEqual([]);
    expect(loosenedFields(law, strict)).toEqual(['window.zone', 'caps.redialScope']);
    expect(loosenedFields(strict, strict)).toEqual([]);
  });

  it('[PRE-5] over other hours a limit is another limit: neither shorter nor longer ones are stricter', () => {
    const hard: Preset = { ...law, abandon: { ...law.abandon, hardRate: 0.03, hardOverHours: 24 } };
    const over = (abandon: Partial<Preset['abandon']>) => loosened({ abandon: { ...hard.abandon, ...abandon } }, hard);
    expect([23, 24, 25].map((hardOverHours) => over({ hardOverHours }))).toEqual([
      ['abandon.hardOverHours'],
      [],
      ['abandon.hardOverHours'],
    ]);
    expect([over({ hardRate: 0.031 }), over({ hardRate: null })]).toEqual([['abandon.hardRate'], ['abandon.hardRate']]);
    expect(over({ hardRate: 0.029 })).toEqual([]);
    const free: Preset = { ...hard, abandon: { ...hard.abandon, hardRate: null } };
    expect(loosened({ abandon: { ...hard.abandon, hardOverHours: 12 } }, free)).toEqual([]);
  });

  it('[PRE-5] what the law leaves open a campaign may limit, or leave open', () => {
    const open: Preset = {
      ...law,
      amd: 'on',
      caps: { ...law.caps, attemptsPerNumberDay: null, effectiveTalksPerDebtorDay: null },
      thirdParty: { ...law.thirdParty, gate: 'off', maxPerPerson: null, stopOnRefusal: false },
      abandon: { ...law.abandon, sameDayRedial: true },
      recording: { ...law.recording, all: false, announce: false },
    };
    expect(loosenedFields(law, open)).toEqual([]);
    expect(loosenedFields(open, open)).toEqual([]);
    expect(loosenedFields(open, law)).toEqual([
      'caps.attemptsPerNumberDay',
      'caps.effectiveTalksPerDebtorDay',
      'thirdParty.gate',
      'thirdParty.maxPerPerson',
      'thirdParty.stopOnRefusal',
      'abandon.sameDayRedial',
      'recording.all',
      'recording.announce',
      'amd',
    ]);
  });

  it('[PRE-5] the gates before a third party stand in the order of their strictness', () => {
    const gates = ['off', 'no_disclosure', 'own_numbers_tried_this_round', 'location_info_only'] as const;
    for (const [at, gate] of gates.entries()) {
      const under = { ...law, thirdParty: { ...law.thirdParty, gate } };
      for (const [asked, other] of gates.entries()) {
        const refused = loosened({ thirdParty: { ...law.thirdParty, gate: other } }, under);
        expect(refused, `${gate} to ${other}`).toEqual(asked < at ? ['thirdParty.gate'] : []);
      }
    }
  });

  it('[PRE-5] Sundays without hours of their own have those of the other days, in law and campaign alike', () => {
    const { sunday: _, ...everyDay } = law.window;
    const plain: Preset = { ...law, window: everyDay };
    expect(loosened({ window: { ...everyDay, sunday: ['08:00', '21:00'] } }, plain)).toEqual([]);
    expect(loosened({ window: { ...everyDay, sunday: ['07:59', '21:00'] } }, plain)).toEqual(['window.sunday']);
    expect(loosened({ window: everyDay })).toEqual(['window.sunday']);
    const closed: Preset = { ...law, window: { ...law.window, sunday: null } };
    expect(loosened({ window: { ...closed.window, sunday: ['12:00', '12:01'] } }, closed)).toEqual(['window.sunday']);
    expect(loosened({ window: { ...closed.window } }, closed)).toEqual([]);
  });

  it('[PRE-5] a call window of the law needs one of the campaign that is as strict in every part of it', () => {
    const under = (cap: CallWindowCap) => ({ ...law, caps: { ...law.caps, callWindows: [cap] } });
    const asked = (cap: CallWindowCap, from: CallWindowCap = window) =>
      loosened(withCaps({ callWindows: [cap] }), under(from));
    const refused = ['caps.callWindows'];
    expect([asked(window), asked({ ...window, calls: 6 }), asked({ ...window, days: 8 })]).toEqual([[], [], []]);
    expect(asked({ ...window, calls: 8 })).toEqual(refused);
    expect(asked({ ...window, days: 6 })).toEqual(refused);
    expect(asked({ ...window, per: 'debt' })).toEqual(refused);
    expect(asked({ ...window, per: 'debt' }, { ...window, per: 'debt' })).toEqual([]);
    expect(asked(window, { ...window, per: 'debt' })).toEqual([]);
    expect(asked({ ...window, exclude: ['BUSY'] })).toEqual([]);
    expect(asked({ ...window, exclude: ['BUSY', 'FAX'] })).toEqual(refused);
    expect(asked({ ...window, excludeConsented: false })).toEqual([]);
    expect(asked(window, { ...window, excludeConsented: false })).toEqual(refused);
    const work: CallWindowCap = { ...window, classes: ['work', 'home'] };
    expect(asked(work)).toEqual(refused);
    expect([asked(window, work), asked(work, work)]).toEqual([[], []]);
    expect(asked({ ...work, classes: ['work', 'home', 'contact'] }, work)).toEqual([]);
    expect(asked({ ...work, classes: ['work'] }, work)).toEqual(refused);
    const two = { ...law, caps: { ...law.caps, callWindows: [window, { ...window, calls: 2, days: 1 }] } };
    expect(loosened(withCaps({ callWindows: [window] }), two)).toEqual(refused);
    expect(loosened(withCaps({ callWindows: [{ ...window, calls: 2 }] }), two)).toEqual([]);
  });

  it('[PRE-11] of the manual a campaign chooses whose cases are counted, and the other fields of its part stay', () => {
    const chosen = rulesUnder(law, { cadence: { scope: 'campaign' }, links: { gate: 'hard' } });
    if (chosen.kind === 'refused') throw new Error(chosen.loosened.join());
    const cadence = { ...law.cadence, scope: 'campaign' };
    expect(chosen.preset).toEqual({ ...law, cadence, links: { gate: 'hard' } });
    expect(rulesUnder(chosen.preset, { cadence: { scope: 'agent' } }).kind).toBe('tightened');
    expect(rulesUnder(chosen.preset, { links: { gate: 'soft' } })).toMatchObject({ loosened: ['links.gate'] });
    expect(rulesUnder(presets.cn, { clocks: { lookup114For: 'all' } })).toEqual({
      kind: 'tightened',
      preset: { ...presets.cn, clocks: { ...presets.cn.clocks, lookup114For: 'all' } },
    });
  });

  it('[PRE-7] each part of the law layer takes the fields that are said, and keeps the others', () => {
    const result = rulesUnder(law, {
      window: { hours: ['09:00', '20:00'], zone: undefined },
      holidayDialing: 'off',
      caps: { attemptsPerNumberDay: 2 },
      thirdParty: { maxPerPerson: 1 },
      abandon: { maxRate: 0.01 },
      recording: { retainDays: 2000 },
      amd: 'off',
      ringMinMs: 20_000,
    });
    if (result.kind === 'refused') throw new Error(result.loosened.join());
    expect(result.preset).toEqual({
      ...law,
      window: { ...law.window, hours: ['09:00', '20:00'] },
      holidayDialing: 'off',
      caps: { ...law.caps, attemptsPerNumberDay: 2 },
      thirdParty: { ...law.thirdParty, maxPerPerson: 1 },
      abandon: { ...law.abandon, maxRate: 0.01 },
      recording: { ...law.recording, retainDays: 2000 },
      ringMinMs: 20_000,
    });
    expect(rulesUnder(law, {})).toEqual({ kind: 'tightened', preset: law });
    expect(rulesUnder(law, { amd: 'on', holidayDialing: 'on', ringMinMs: 1 })).toEqual({
      kind: 'refused',
      loosened: ['holidayDialing', 'amd', 'ringMinMs'],
    });
  });
});
