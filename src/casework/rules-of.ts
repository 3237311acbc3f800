import { tightening } from '../contract/rules.ts';
import type { Preset } from '../domain/preset.ts';
import { shippedPreset } from '../domain/presets.ts';
import { rulesUnder } from '../domain/tighten.ts';
import { Fault } from '../platform/fault.ts';

/** A choice of rules as its columns have it. */
export interface StoredRules {
  readonly preset: string;
  readonly presetVersion: number;
  readonly tightening: unknown;
}

/** Few choices are in force at a time; old ones are forgotten all at once. */
const mostKept = 200;
const kept = new Map<string, Preset>();

function read(stored: StoredRules): Preset | null {
  const law = shippedPreset(stored.preset, stored.presetVersion);
  const asked = tightening.safeParse(stored.tightening);
  const rules = law === null || !asked.success ? null : rulesUnder(law, asked.data);
  return rules?.kind === 'tightened' ? rules.preset : null;
}

/**
 * The rules in force; null when what is stored is none of ours. The same choice is the same object, so that whoever
 * compares two sees it at once.
 */
export function readRules(stored: StoredRules): Preset | null {
  const key = `${stored.preset}@${stored.presetVersion}${JSON.stringify(stored.tightening)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const rules = read(stored);
  if (rules === null) return null;
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, rules);
  return rules;
}

/** Nothing was saved that does not pass; dialing by a guess instead would be worse than not dialing. */
export function rulesOf(stored: StoredRules): Preset {
  const rules = readRules(stored);
  if (rules === null) {
    throw new Fault('INTERNAL', { detail: { preset: stored.preset, presetVersion: stored.presetVersion } });
  }
  return rules;
}
