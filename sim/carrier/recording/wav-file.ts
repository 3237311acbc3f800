import { SAMPLE_RATE } from '../audio/frames.ts';

export type WavFormat = 'pcm16' | 'mulaw';

export const HEADER_BYTES = 58;

export const bytesPerSample = (format: WavFormat): number => (format === 'pcm16' ? 2 : 1);

/** RIFF header with an 18-byte format chunk and a fact chunk, valid for PCM and for mu-law alike. */
export function wavHeader(format: WavFormat, channels: number, dataBytes: number): Buffer {
  const width = bytesPerSample(format);
  const header = Buffer.alloc(HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(HEADER_BYTES - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(18, 16);
  header.writeUInt16LE(format === 'pcm16' ? 1 : 7, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * channels * width, 28);
  header.writeUInt16LE(channels * width, 32);
  header.writeUInt16LE(width * 8, 34);
  header.writeUInt16LE(0, 36);
  header.write('fact', 38, 'latin1');
  header.writeUInt32LE(4, 42);
  header.writeUInt32LE(dataBytes / (channels * width), 46);
  header.write('data', 50, 'latin1');
  header.writeUInt32LE(dataBytes, 54);
  return header;
}
