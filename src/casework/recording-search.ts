import type { RecordingChoices, RecordingPage, RecordingRow, recordingFilters } from '../contract/recording-search.ts';
import type { z } from 'zod';
import type { RowMark } from '../platform/page-cursor.ts';
import type { Listener } from './may-listen.ts';

export type RecordingFilters = z.output<typeof recordingFilters>;

export interface RecordingQuery {
  readonly filters: RecordingFilters;
  readonly sort: 'at' | 'duration';
  readonly down: boolean;
  readonly after: RowMark | null;
  readonly limit: number;
}

/** Recordings of answered calls, as far as the asker may hear them (5.6). */
export interface RecordingLibrary {
  page(query: RecordingQuery, listener: Listener): Promise<RecordingPage>;
  /** All that the filters leave, the latest first, in parts. */
  all(filters: RecordingFilters, listener: Listener): AsyncIterable<readonly RecordingRow[]>;
  choices(listener: Listener): Promise<RecordingChoices>;
}
