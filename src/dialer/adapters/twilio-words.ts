import type { AnsweredBy } from '../../domain/carrier-outcome.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { CarrierStatus } from '../ports.ts';

const statuses: Readonly<Record<string, CarrierStatus>> = {
  queued: 'queued',
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'in-progress',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'canceled',
};

export const statusOf = (word: string): CarrierStatus | null => statuses[word] ?? null;

/** `Enable` says machine_start, `DetectMessageEnd` machine_end_*; the list documents plain `machine`. */
export function answeredByOf(word: string | null | undefined): AnsweredBy | null {
  if (word === null || word === undefined || word === '') return null;
  if (word === 'human' || word === 'fax') return word;
  if (word.startsWith('machine')) return 'machine';
  return 'unclear';
}

/** Missing dates come as null or as text that is no date, whatever the SDK's types say. */
export function instantOf(value: unknown): Instant | null {
  if (!(value instanceof Date)) return null;
  const at = value.getTime();
  return Number.isNaN(at) ? null : at;
}

export const callSidPattern = /^CA[0-9a-fA-F]{32}$/;
export const recordingSidPattern = /^RE[0-9a-fA-F]{32}$/;
