import type { Preset } from './preset.ts';

/** What a campaign says of its calls in its own columns. */
export interface OwnLimits {
  readonly ringTimeoutMs: number;
  readonly detectMachine: boolean;
  /** 0..1 */
  readonly maxAbandonRate: number;
}

export interface CallLimits extends OwnLimits {
  /** Days over which the abandoned share is counted. */
  readonly abandonDays: number;
  /** The share over so many hours at which nothing is launched by itself any more; null: there is none. */
  readonly hardAbandon: { readonly rate: number; readonly overHours: number } | null;
}

/** A campaign that rings shorter than the rules allow rings as long as they ask. */
export const ringTimeoutUnder = (ringTimeoutMs: number, rules: Pick<Preset, 'ringMinMs'>): number =>
  Math.max(ringTimeoutMs, rules.ringMinMs);

/** 5.2: of what the campaign's columns say and what its rules say, the stricter holds. */
export const limitsUnder = (own: OwnLimits, rules: Pick<Preset, 'abandon' | 'amd' | 'ringMinMs'>): CallLimits => ({
  ringTimeoutMs: ringTimeoutUnder(own.ringTimeoutMs, rules),
  detectMachine: own.detectMachine && rules.amd === 'on',
  maxAbandonRate: Math.min(own.maxAbandonRate, rules.abandon.maxRate),
  abandonDays: rules.abandon.overDays,
  hardAbandon:
    rules.abandon.hardRate === null ? null : { rate: rules.abandon.hardRate, overHours: rules.abandon.hardOverHours },
});
