import { FRAME_SAMPLES, SAMPLE_RATE, SILENCE, framesIn, type Frame, type FrameSource } from './frames.ts';

/** One step of a tone plan: these frequencies together for so long; none means silence. */
export interface ToneStep {
  hz: readonly number[];
  ms: number;
}

export const TONE_LEVEL = 9000;

export class ToneSource implements FrameSource {
  readonly #steps: readonly ToneStep[];
  #step = 0;
  #framesDone = 0;
  #phases: number[] = [];

  constructor(steps: readonly ToneStep[]) {
    this.#steps = steps;
  }

  pull(): Frame | null {
    let step = this.#steps[this.#step];
    while (step && this.#framesDone >= framesIn(step.ms)) {
      this.#step += 1;
      this.#framesDone = 0;
      this.#phases = [];
      step = this.#steps[this.#step];
    }
    if (!step) return null;
    this.#framesDone += 1;
    return this.#tone(step.hz);
  }

  #tone(hz: readonly number[]): Frame {
    if (hz.length === 0) return SILENCE;
    const frame = new Int16Array(FRAME_SAMPLES);
    const level = TONE_LEVEL / hz.length;
    hz.forEach((frequency, voice) => {
      const step = (2 * Math.PI * frequency) / SAMPLE_RATE;
      let phase = this.#phases[voice] ?? 0;
      for (let index = 0; index < FRAME_SAMPLES; index += 1) {
        frame[index] = (frame[index] ?? 0) + level * Math.sin(phase);
        phase += step;
      }
      this.#phases[voice] = phase % (2 * Math.PI);
    });
    return frame;
  }
}

/** Special information tones, ITU-T E.180: vacant code and intercept. */
export const SIT = {
  vacant: [
    { hz: [985.2], ms: 380 },
    { hz: [1370.6], ms: 274 },
    { hz: [1776.7], ms: 380 },
  ],
  intercept: [
    { hz: [913.8], ms: 274 },
    { hz: [1370.6], ms: 274 },
    { hz: [1776.7], ms: 380 },
  ],
} as const satisfies Record<string, readonly ToneStep[]>;

/** T.30: an answering fax sends CED, 2100 Hz for 2.6 to 4 s, after a short silence. */
export const FAX_ANSWER: readonly ToneStep[] = [
  { hz: [], ms: 400 },
  { hz: [2100], ms: 3200 },
  { hz: [], ms: 500 },
];

/** T.30: a calling fax sends CNG, 1100 Hz half a second every 3.5 s. */
export const FAX_CALLING: readonly ToneStep[] = [
  { hz: [1100], ms: 500 },
  { hz: [], ms: 3000 },
];

export const BEEP: readonly ToneStep[] = [{ hz: [1000], ms: 400 }];

const DTMF_ROWS = [697, 770, 852, 941];
const DTMF_COLUMNS = [1209, 1336, 1477, 1633];
const DTMF_KEYS = '123A456B789C*0#D';

/** Digits as dual tones; `w` waits half a second, `W` a whole one. */
export function dtmfSteps(digits: string): ToneStep[] {
  return [...digits].flatMap((digit): ToneStep[] => {
    if (digit === 'w') return [{ hz: [], ms: 500 }];
    if (digit === 'W') return [{ hz: [], ms: 1000 }];
    const key = DTMF_KEYS.indexOf(digit.toUpperCase());
    const row = DTMF_ROWS[Math.floor(key / 4)];
    const column = DTMF_COLUMNS[key % 4];
    if (key < 0 || row === undefined || column === undefined) return [];
    return [
      { hz: [row, column], ms: 120 },
      { hz: [], ms: 80 },
    ];
  });
}
