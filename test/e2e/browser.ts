import { writeFileSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const sampleRate = 48_000;

const sentenceSeconds = 1.5;
const turnSeconds = 5;

/**
 * Sentences of one pitch, in syllables that a browser's noise suppression lets through and a meter can name, with
 * pauses between them: a polite callee is silent while the agent speaks.
 */
export function writeVoiceFile(path: string, hz: number, seconds = 2 * turnSeconds): void {
  const samples = sampleRate * seconds;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n += 1) {
    const t = n / sampleRate;
    const syllable = t % turnSeconds < sentenceSeconds ? Math.max(0, Math.sin(2 * Math.PI * 3.1 * t)) : 0;
    wav.writeInt16LE(Math.round(14_000 * syllable * Math.sin(2 * Math.PI * hz * t)), 44 + n * 2);
  }
  writeFileSync(path, wav);
}

/** Real Chromium with a microphone that plays the file. */
export const openBrowser = (voiceFile?: string): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      '--autoplay-policy=no-user-gesture-required',
      ...(voiceFile === undefined ? [] : [`--use-file-for-fake-audio-capture=${voiceFile}`]),
    ],
  });
