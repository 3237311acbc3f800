import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CalendarView } from '../../src/contract/calendar.ts';
import { House, tuesdayMorning } from './house.ts';

describe('calendars', () => {
  let house: House;
  let admin: { id: string; role: 'admin' };
  let boss: { id: string; role: 'supervisor' };
  beforeAll(async () => {
    house = await House.open();
    admin = { id: await house.user('admin'), role: 'admin' };
    boss = { id: await house.user('supervisor'), role: 'supervisor' };
  });
  afterAll(() => house[Symbol.asyncDispose]());

  const cn = async (): Promise<CalendarView | undefined> => {
    const reply = await house.get('/api/calendars', boss);
    return ((await reply.json()) as { calendars: CalendarView[] }).calendars.find(({ name }) => name === 'CN');
  };
  const load = (document: unknown, as: { id: string; role: string } = admin) =>
    house.post('/api/calendars/CN', as, {
      text: typeof document === 'string' ? document : JSON.stringify(document),
      source: 'notice',
    });
  const alerts = () =>
    house.prisma.alert.findMany({ where: { kind: 'calendar_missing', resolvedAt: null }, select: { subjectId: true } });

  it('[CALX-1] an import holds for the next decision, without a restart', async () => {
    house.clock.set(tuesdayMorning);
    const given = await house.givenCase(['self_mobile']);
    const decide = async () => {
      const reply = await house.get(`/api/cases/${given.caseId}/decision`, boss);
      return ((await reply.json()) as { numbers: { kind: string; reason: string | null }[] }).numbers[0];
    };
    expect((await decide())?.kind).toBe('ALLOW');
    const first = { years: [{ year: 2026, offDays: ['2026-11-24'], makeupWorkdays: ['2026-11-28'] }] };
    expect((await load(first)).status).toBe(201);
    expect(await decide()).toMatchObject({ kind: 'DEFER', reason: 'holiday' });
    expect((await load({ years: [{ year: 2026, offDays: ['2026-10-01'] }] })).status).toBe(201);
    expect((await decide())?.kind).toBe('ALLOW');
    const year = (await cn())?.years.find((each) => each.year === 2026);
    expect(year).toMatchObject({ version: 2, offDays: ['2026-10-01'], source: 'notice' });
    expect(await house.prisma.calendarEdition.count({ where: { year: 2026 } })).toBe(2);
    expect(house.audited.map(({ action }) => action)).toContain('calendar.imported');
  });

  it('[CALX-5] a case that waits for a day is looked at again when the days change', async () => {
    house.clock.set(tuesdayMorning);
    const waiting = await house.givenCase(['self_mobile']);
    const onPhone = await house.givenCase(['self_mobile']);
    const tomorrow = house.clock() + 86_400_000;
    await house.casework.caseFacts.deferCase(waiting.caseId, tomorrow, 'holiday');
    await house.casework.caseFacts.deferCase(onPhone.caseId, tomorrow, 'live_call');
    const due = () => house.casework.caseFacts.dueCases(house.campaignId, house.clock(), 100);
    expect(await due()).not.toContain(waiting.caseId);
    expect((await load({ years: [{ year: 2026, offDays: ['2026-10-01'] }] })).status).toBe(201);
    expect(await due()).toContain(waiting.caseId);
    expect(await due()).not.toContain(onPhone.caseId);
  });

  it('[CALX-6] by when a case is owed moves with the days, within one pass, what is agreed stays', async () => {
    house.clock.set(tuesdayMorning);
    const silent = await house.givenCase(['work']);
    const agreed = await house.givenCase(['work']);
    for (const given of [silent, agreed]) await house.called(given, 0, { result: 'NO_ANSWER' });
    const on = (date: string) => new Date(date);
    await house.prisma.case.update({
      where: { id: agreed.caseId },
      data: { nextFollowUpOn: on('2026-11-26'), followUpBy: on('2026-11-26') },
    });
    const owed = async () => [(await house.caseRow(silent)).followUpBy, (await house.caseRow(agreed)).followUpBy];
    expect(await owed()).toEqual([on('2026-11-26'), on('2026-11-26')]);
    expect((await load({ years: [{ year: 2026, offDays: ['2026-11-26'] }] })).status).toBe(201);
    await house.casework.replanFollowUps();
    expect(await owed()).toEqual([on('2026-11-25'), on('2026-11-26')]);
    expect((await load({ years: [{ year: 2026, offDays: ['2026-10-01'] }] })).status).toBe(201);
    await house.casework.replanFollowUps();
    expect(await owed()).toEqual([on('2026-11-26'), on('2026-11-26')]);
  });

  it('[CALX-2] a notice that cannot hold is refused with every date and rule, and nothing of it is kept', async () => {
    const before = await house.prisma.calendarEdition.count();
    const reply = await load({
      years: [
        { year: 2027, offDays: ['2027-01-01'] },
        { year: 2028, offDays: ['2028-02-30', '2029-01-01'], makeupWorkdays: ['2028-01-05'] },
      ],
    });
    expect(reply.status).toBe(400);
    const { errors } = (await reply.json()) as { errors: { rule: string; remedy: string }[] };
    expect(errors.map(({ rule }) => rule)).toEqual(['not_a_date', 'other_year', 'makeup_on_weekday']);
    expect(errors[0]?.remedy).toContain('2028-02-30');
    expect((await load('{"years":')).status).toBe(400);
    expect(await house.prisma.calendarEdition.count()).toBe(before);
  });

  it('[CALX-3] from December on a missing next year raises one alert, which the import resolves', async () => {
    house.clock.set('2026-11-30T12:00:00.000Z');
    await house.casework.watchCalendars();
    expect(await alerts()).toEqual([]);
    expect((await cn())?.missing).toEqual([]);
    house.clock.set('2026-11-30T16:00:00.000Z');
    await house.casework.watchCalendars();
    await house.casework.watchCalendars();
    expect(await alerts()).toEqual([{ subjectId: 'CN-2027' }]);
    expect(await cn()).toMatchObject({ inUse: true, missing: [2027] });
    const nextYear = async () => (await cn())?.years.find(({ year }) => year === 2027);
    expect(await nextYear()).toMatchObject({ provisional: true, version: 0 });
    expect((await load('date,kind\n2027-01-01,off\n2027-01-02,休\n2027-01-09,班')).status).toBe(201);
    expect(await alerts()).toEqual([]);
    expect((await cn())?.missing).toEqual([]);
    expect(await nextYear()).toMatchObject({ provisional: false, version: 1 });
  });

  it('[CALX-4] only an administrator imports a calendar, and agents do not even see them', async () => {
    expect((await load({ years: [{ year: 2027, offDays: ['2027-01-01'] }] }, boss)).status).toBe(403);
    expect((await house.get('/api/calendars', { id: house.agentId })).status).toBe(403);
  });
});
