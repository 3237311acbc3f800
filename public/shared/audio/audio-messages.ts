/**
 * Messages between page, worker and worklets. Audio never passes the page's thread:
 * capture worklet -> worker -> socket -> worker -> playback worklet, each over its own MessagePort.
 */
import type { AudioStats } from '../../../src/contract/audio-control.ts';

export type LinkState = 'off' | 'connecting' | 'open' | 'replaced' | 'over' | 'forbidden';

/** Page to worker. */
export type WorkerOrder =
  | { readonly type: 'connect'; readonly url: string; readonly tabId: string }
  | { readonly type: 'ports'; readonly playback: MessagePort; readonly capture: MessagePort | null }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'microphone'; readonly live: boolean }
  | { readonly type: 'round-trip'; readonly ms: number }
  | { readonly type: 'try-now' }
  | { readonly type: 'take-seat' }
  | { readonly type: 'close' };

/** Worker to page. */
export type WorkerReport =
  | { readonly type: 'link'; readonly state: LinkState; readonly refused: boolean }
  | { readonly type: 'leg'; readonly attemptId: string | null }
  | { readonly type: 'stats'; readonly stats: AudioStats; readonly targetMs: number };

/** Worker to playback worklet. */
export type PlaybackOrder =
  | {
      readonly type: 'frame';
      readonly sequence: number;
      readonly mediaMs: number;
      /** Mu-law; null for a silence slot. */
      readonly payload: Uint8Array | null;
    }
  | { readonly type: 'leg'; readonly open: boolean };

/** Playback worklet to worker, a few times a second: also the proof that the audio clock runs. */
export interface PlaybackReport {
  readonly received: number;
  readonly lost: number;
  readonly late: number;
  readonly underruns: number;
  readonly bufferMs: number;
  readonly targetMs: number;
  readonly jitterMs: number;
}

/** Capture worklet to worker: 20 ms of mu-law, transferred. */
export type CapturedFrame = Uint8Array<ArrayBuffer>;

export const playbackProcessor = 'casedial-playback';
export const captureProcessor = 'casedial-capture';
