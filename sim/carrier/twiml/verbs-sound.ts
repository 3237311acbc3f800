import type { FrameSource } from '../audio/frames.ts';
import { ToneSource, dtmfSteps } from '../audio/tones.ts';
import { Utterance, Voice } from '../audio/voice.ts';
import { orInterrupted, waitFor } from '../clock.ts';
import { makeDice } from '../dice.ts';
import { fetchSound } from './fetch-sound.ts';
import { NEXT, addressOf, numberOf, playOut, type Verb } from './verb.ts';

/** How long a character takes to say: an ideograph is a syllable, a letter a fraction of one. */
const MS_PER_IDEOGRAPH = 220;
const MS_PER_LETTER = 65;
/** Endless loops end with the call; this only bounds the counter. */
const ENDLESS = Number.MAX_SAFE_INTEGER;
const SAY_HZ = 260;

const loopsOf = (value: string | undefined): number => {
  const loops = numberOf(value, 1);
  return loops === 0 ? ENDLESS : loops;
};

export function sayMs(text: string): number {
  const spoken = text.trim();
  const ideographs = [...spoken].filter((letter) => /\p{Script=Han}/u.test(letter)).length;
  return ideographs * MS_PER_IDEOGRAPH + ([...spoken].length - ideographs) * MS_PER_LETTER;
}

export const say: Verb = async (node, scene) => {
  const text = node.text + node.children.map((child) => child.text).join(' ');
  const ms = sayMs(text);
  if (ms === 0) return NEXT;
  for (let round = loopsOf(node.attributes['loop']); round > 0; round -= 1) {
    await playOut(scene, new Utterance(new Voice(SAY_HZ, makeDice(text)), Math.max(200, ms)));
  }
  return NEXT;
};

export const play: Verb = async (node, scene) => {
  const { digits, loop } = node.attributes;
  if (digits !== undefined) {
    await playOut(scene, new ToneSource(dtmfSteps(digits)));
    return NEXT;
  }
  const address = addressOf(scene, node.text.trim(), 'GET');
  if (!address) return NEXT;
  const sound = await orInterrupted(fetchSound(address.url), scene.signal);
  if (!sound.ok) {
    scene.exchange.notifications.add(scene.call.sid, sound.code, sound.because, address.url);
    return NEXT;
  }
  for (let round = loopsOf(loop); round > 0; round -= 1) await playOut(scene, sound.source());
  return NEXT;
};

export const pause: Verb = async (node, scene) => {
  await waitFor(scene.exchange.clock, numberOf(node.attributes['length'], 1) * 1000, scene.signal);
  return NEXT;
};

/** Something soft for those who wait: a slow chord that is never mistaken for a voice. */
export function holdMusic(): FrameSource {
  const steps = [
    { hz: [523.3, 659.3], ms: 700 },
    { hz: [587.3, 698.5], ms: 700 },
    { hz: [493.9, 587.3], ms: 700 },
    { hz: [], ms: 300 },
  ];
  let current = new ToneSource(steps);
  return {
    pull() {
      const frame = current.pull();
      if (frame) return frame;
      current = new ToneSource(steps);
      return current.pull();
    },
  };
}
