import type { WindowRuleList, WindowRuleSettings, WindowRuleView } from '../contract/window-rule.ts';
import type { Preset } from '../domain/preset.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { windowProblems, type WindowProblem } from '../domain/window-problems.ts';
import type { Clock } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import type { FieldRefusal } from './casework.ts';

export interface WindowBook {
  list(): Promise<Omit<WindowRuleList, 'mayChange'>>;
  find(windowId: string): Promise<WindowRuleView | null>;
  /** Of what is named there, the fields that name nothing known. */
  unknown(settings: WindowRuleSettings): Promise<readonly (keyof WindowRuleSettings)[]>;
  /** The rules that the window is laid beside: of its campaign, of the preset it names, else of the house. */
  lawFor(settings: WindowRuleSettings): Promise<Preset>;
  /** Zones whose clocks its hours are read by, where it names none. */
  zonesInUse(): Promise<readonly string[]>;
  add(windowId: string, settings: WindowRuleSettings): Promise<'added' | 'name_taken'>;
  change(windowId: string, version: number, settings: WindowRuleSettings): Promise<'saved' | 'stale' | 'name_taken'>;
  remove(windowId: string, version: number): Promise<'removed' | 'stale'>;
  /** Cases that wait for an hour are looked at again: it may have moved. */
  lookAgain(at: Instant): Promise<void>;
}

export type WindowReply =
  | { readonly kind: 'done'; readonly id: string; readonly name: string }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'stale' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldRefusal[] };

const unknownRemedies: Partial<Readonly<Record<keyof WindowRuleSettings, string>>> = {
  campaignId: 'Name a campaign of GET /api/windows.',
  clientId: 'Name a client of GET /api/windows.',
  calendar: 'No day of this calendar is known: import a year of it first.',
};

function remedyOf(problem: WindowProblem): FieldRefusal {
  const { field } = problem;
  switch (problem.kind) {
    case 'empty':
      return { field, rule: 'WIN-4:empty', remedy: 'It ends before it begins: choose a later end.' };
    case 'overlaps':
      return {
        field,
        rule: 'WIN-4:overlaps',
        remedy: `It overlaps with entry ${problem.with + 1}: let each hour stand once.`,
      };
    case 'removed_by_clock':
      return {
        field,
        rule: 'WIN-4:removed_by_clock',
        remedy: `On ${problem.on} the clock of ${problem.zone} goes from ${problem.from} to ${problem.to}: nothing of it would be left. Begin earlier or end later.`,
      };
    case 'beyond_law':
      return {
        field,
        rule: 'WIN-5:beyond_law',
        remedy: `The law has ${problem.law[0]} to ${problem.law[1]}: a window lies inside of it.`,
      };
  }
}

/** What cannot be of a window, by its field; nothing when it may be kept. */
export async function windowFaults(
  book: Pick<WindowBook, 'unknown' | 'lawFor' | 'zonesInUse'>,
  settings: WindowRuleSettings,
  now: Instant,
): Promise<readonly FieldRefusal[]> {
  const unknown = await book.unknown(settings);
  if (unknown.length > 0) {
    return unknown.map((field) => ({ field, rule: 'WIN-6', remedy: unknownRemedies[field] ?? 'Name what is known.' }));
  }
  const zones = settings.zones.length > 0 ? settings.zones : await book.zonesInUse();
  return windowProblems(settings, { law: await book.lawFor(settings), zones, now }).map(remedyOf);
}

const nameTaken: WindowReply = {
  kind: 'refused',
  problems: [{ field: 'name', rule: 'WIN-6', remedy: 'Another window has this name: choose one of its own.' }],
};

export function makeWindowDesk({ book, clock }: { readonly book: WindowBook; readonly clock: Clock }) {
  const faultsOf = async (settings: WindowRuleSettings): Promise<WindowReply | null> => {
    const problems = await windowFaults(book, settings, clock());
    return problems.length === 0 ? null : { kind: 'refused', problems };
  };
  return {
    list: () => book.list(),
    async add(settings: WindowRuleSettings): Promise<WindowReply> {
      const refused = await faultsOf(settings);
      if (refused !== null) return refused;
      const windowId = newId();
      if ((await book.add(windowId, settings)) === 'name_taken') return nameTaken;
      await book.lookAgain(clock());
      return { kind: 'done', id: windowId, name: settings.name };
    },
    async change(windowId: string, version: number, settings: WindowRuleSettings): Promise<WindowReply> {
      const before = await book.find(windowId);
      if (before === null) return { kind: 'unknown' };
      if (before.version !== version) return { kind: 'stale' };
      const refused = await faultsOf(settings);
      if (refused !== null) return refused;
      const saved = await book.change(windowId, version, settings);
      if (saved === 'name_taken') return nameTaken;
      if (saved === 'stale') return { kind: 'stale' };
      await book.lookAgain(clock());
      return { kind: 'done', id: windowId, name: settings.name };
    },
    async remove(windowId: string, version: number): Promise<WindowReply> {
      const before = await book.find(windowId);
      if (before === null) return { kind: 'unknown' };
      if ((await book.remove(windowId, version)) === 'stale') return { kind: 'stale' };
      await book.lookAgain(clock());
      return { kind: 'done', id: windowId, name: before.name };
    },
  };
}

export type WindowDesk = ReturnType<typeof makeWindowDesk>;
