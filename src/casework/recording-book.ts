/**
 * The library's rows. The tap writes the file, the book binds it to call, case, number and agent (R28):
 * the row exists from the first frame on, so that a crash leaves a `writing` row and never an unknown file.
 */
export interface RecordingBook {
  /** Binds a new own recording to its call; the same call again returns the same row. */
  open(start: {
    readonly attemptId: string;
    readonly path: string;
    readonly channels: number;
    readonly startedAt: number;
  }): Promise<{ readonly recordingId: string } | null>;
  complete(end: {
    readonly attemptId: string;
    readonly durationMs: number;
    readonly byteSize: number;
    readonly sha256: string;
    readonly endedAt: number;
  }): Promise<void>;
  /** The tap has no file to show for an answered call. */
  missing(attemptId: string): Promise<void>;
  /** Own recordings still being written, for the repair after a crash. */
  unfinished(): Promise<readonly { readonly attemptId: string; readonly path: string; readonly startedAt: number }[]>;
}
