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

function read(stored: StoredRules): Preset {
  const law = shippedPreset(stored.preset, stored.presetVersion);
  const asked = tightening.safeParse(stored.tightening);
  const rules = law === null || !asked.success ? null : rulesUnder(law, asked.data);
  // Nothing was saved that does not pass; dialing by a guess instead would be worse than not dialing.
  if (rules?.kind !== 'tightened') {
    throw new Fault('INTERNAL', { detail: { preset: stored.preset, presetVersion: stored.presetVersion } });
  }
  return rules.preset;
}

/** The rules in force. The same choice is the same object, so that whoever compares two sees it at once. */
export function rulesOf(stored: StoredRules): Preset {
  const key = `${stored.preset}@${stored.presetVersion}${JSON.stringify(stored.tightening)}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const rules = read(stored);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, rules);
  return rules;
}
