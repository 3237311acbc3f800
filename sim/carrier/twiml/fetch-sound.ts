import { FRAME_SAMPLES, SAMPLE_RATE, type FrameSource } from '../audio/frames.ts';
import { decodeAlaw, decodeMulaw } from '../audio/mulaw.ts';
import { exchangeHttp } from '../webhooks/http-exchange.ts';
import { withoutFragment } from '../webhooks/sign.ts';

export type FetchedSound = { ok: true; source: () => FrameSource } | { ok: false; code: number; because: string };

const MAX_SOUND_BYTES = 40 * 1024 * 1024;

/** Fetches a file to play: WAV in PCM, mu-law or A-law, or headerless mu-law (audio/basic). */
export async function fetchSound(address: string): Promise<FetchedSound> {
  const url = new URL(withoutFragment(address));
  if (!/^https?:$/.test(url.protocol)) return { ok: false, code: 11100, because: 'Invalid URL format' };
  const headers = { 'User-Agent': 'TwilioProxy/1.1', Accept: 'audio/*' };
  const reply = await exchangeHttp({
    url,
    method: 'GET',
    headers,
    body: null,
    connectMs: 5000,
    readMs: 15_000,
    maxBytes: MAX_SOUND_BYTES,
  });
  if (reply.kind === 'no-connection') return { ok: false, code: 11205, because: 'HTTP connection failure' };
  if (reply.kind === 'no-reply' || reply.status >= 300)
    return { ok: false, code: 11200, because: 'HTTP retrieval failure' };
  const samples = /basic|mulaw|ulaw/i.test(reply.contentType) ? decodeMulaw(reply.body) : readWav(reply.body);
  if (!samples) return { ok: false, code: 12300, because: 'Play: not a WAV file this carrier can read' };
  return { ok: true, source: () => sampleSource(samples) };
}

/** Chunk by chunk, so that files with extra chunks are read too; several channels are mixed, other rates resampled. */
export function readWav(file: Buffer): Int16Array | null {
  if (file.length < 12 || file.toString('latin1', 0, 4) !== 'RIFF' || file.toString('latin1', 8, 12) !== 'WAVE')
    return null;
  let format: { kind: number; channels: number; rate: number; bits: number } | null = null;
  for (let at = 12; at + 8 <= file.length;) {
    const name = file.toString('latin1', at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const start = at + 8;
    if (name === 'fmt ' && start + 16 <= file.length) {
      format = {
        kind: file.readUInt16LE(start),
        channels: file.readUInt16LE(start + 2),
        rate: file.readUInt32LE(start + 4),
        bits: file.readUInt16LE(start + 14),
      };
    } else if (name === 'data' && format) {
      const samples = decode(file.subarray(start, size === 0 ? file.length : start + size), format);
      return samples && resample(mixDown(samples, format.channels), format.rate);
    }
    at = start + size + (size % 2);
  }
  return null;
}

function decode(data: Buffer, format: { kind: number; bits: number }): Int16Array | null {
  if (format.kind === 7) return decodeMulaw(data);
  if (format.kind === 6) return decodeAlaw(data);
  if (format.kind === 1 && format.bits === 16)
    return Int16Array.from({ length: data.length >> 1 }, (_, index) => data.readInt16LE(index * 2));
  if (format.kind === 1 && format.bits === 8) return Int16Array.from(data, (byte) => (byte - 128) << 8);
  return null;
}

function mixDown(samples: Int16Array, channels: number): Int16Array {
  if (channels <= 1) return samples;
  return Int16Array.from({ length: Math.floor(samples.length / channels) }, (_, index) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) sum += samples[index * channels + channel] ?? 0;
    return sum / channels;
  });
}

function resample(samples: Int16Array, rate: number): Int16Array {
  if (rate === SAMPLE_RATE || rate === 0) return samples;
  const ratio = rate / SAMPLE_RATE;
  return Int16Array.from({ length: Math.floor(samples.length / ratio) }, (_, index) => {
    const at = index * ratio;
    const before = samples[Math.floor(at)] ?? 0;
    const after = samples[Math.floor(at) + 1] ?? before;
    return before + (after - before) * (at % 1);
  });
}

function sampleSource(samples: Int16Array): FrameSource {
  let at = 0;
  return {
    pull() {
      if (at >= samples.length) return null;
      const frame = new Int16Array(FRAME_SAMPLES);
      frame.set(samples.subarray(at, at + FRAME_SAMPLES));
      at += FRAME_SAMPLES;
      return frame;
    },
  };
}
