/**
 * The agent leg's binary frame, both directions, over `/ws/audio`.
 *
 * | byte | what |
 * |---|---|
 * | 0 | version, 1 |
 * | 1 | kind: 1 audio, 2 silence (no payload; the far side sent nothing) |
 * | 2-3 | sequence, unsigned, big endian, wraps |
 * | 4-7 | media time in ms since the leg began, unsigned, big endian, wraps |
 * | 8.. | 160 bytes G.711 mu-law, 8 kHz, mono: 20 ms |
 *
 * The carrier's own encoding is passed through, so the server transcodes nothing.
 */
export const audioFrameVersion = 1;
export const audioFrameHeaderBytes = 8;
export const audioFramePayloadBytes = 160;
export const audioFrameMs = 20;
export const audioSampleRate = 8000;

export type AudioFrameKind = 'audio' | 'silence';

export interface AudioFrame {
  readonly kind: AudioFrameKind;
  readonly sequence: number;
  readonly timeMs: number;
  /** G.711 mu-law; empty for silence. */
  readonly payload: Uint8Array;
}

export function encodeAudioFrame(frame: AudioFrame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(audioFrameHeaderBytes + frame.payload.length);
  const view = new DataView(bytes.buffer);
  bytes[0] = audioFrameVersion;
  bytes[1] = frame.kind === 'audio' ? 1 : 2;
  view.setUint16(2, frame.sequence & 0xffff);
  view.setUint32(4, frame.timeMs >>> 0);
  bytes.set(frame.payload, audioFrameHeaderBytes);
  return bytes;
}

export type ParsedAudioFrame =
  | { readonly ok: true; readonly frame: AudioFrame }
  | { readonly ok: false; readonly because: 'too-short' | 'version' | 'kind' | 'payload-size' };

export function parseAudioFrame(bytes: Uint8Array): ParsedAudioFrame {
  if (bytes.length < audioFrameHeaderBytes) return { ok: false, because: 'too-short' };
  if (bytes[0] !== audioFrameVersion) return { ok: false, because: 'version' };
  if (bytes[1] !== 1 && bytes[1] !== 2) return { ok: false, because: 'kind' };
  const payload = bytes.subarray(audioFrameHeaderBytes);
  const kind: AudioFrameKind = bytes[1] === 1 ? 'audio' : 'silence';
  if (payload.length !== (kind === 'audio' ? audioFramePayloadBytes : 0)) return { ok: false, because: 'payload-size' };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { ok: true, frame: { kind, sequence: view.getUint16(2), timeMs: view.getUint32(4), payload } };
}
