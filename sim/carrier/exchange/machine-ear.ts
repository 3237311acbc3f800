import { FRAME_MS, SILENCE, SOUND_RMS, rmsOf, type Frame } from '../audio/frames.ts';
import { goertzelPower } from '../audio/meter.ts';
import type { MachineDetectionOrders } from './call.ts';

export type AnsweredBy =
  'human' | 'machine_start' | 'machine_end_beep' | 'machine_end_silence' | 'machine_end_other' | 'fax' | 'unknown';

/** Tones of an answering or calling fax, and the pitch answering machines beep at. */
const FAX_HZ = [2100, 1100] as const;
const BEEP_HZ = 1000;
const FAX_AFTER_MS = 500;
const BEEP_AFTER_MS = 200;
/** A greeting is over when it has been silent for so long; shorter gaps lie within it. */
const GREETING_END_MS = 1800;
/** Share of a frame's energy at one pitch above which it is a tone and not speech. */
const TONE_SHARE = 0.8;

/**
 * Decides from the sound of an answered call who is there. Short speech and then silence is a person; long speech is a
 * machine; a fax tone is a fax; nothing at all is unknown. In DetectMessageEnd it then waits for the greeting's end.
 */
export class MachineEar {
  readonly #orders: MachineDetectionOrders;
  #elapsedMs = 0;
  #speechMs = 0;
  #quietMs = 0;
  #faxMs = 0;
  #beepMs = 0;
  #isMachine = false;

  constructor(orders: MachineDetectionOrders) {
    this.#orders = orders;
  }

  hear(frame: Frame): AnsweredBy | null {
    this.#elapsedMs += FRAME_MS;
    const rms = frame === SILENCE ? 0 : rmsOf(frame);
    if (rms >= SOUND_RMS) this.#hearSound(frame, rms);
    else {
      this.#quietMs += FRAME_MS;
      this.#faxMs = 0;
    }
    return this.#decide();
  }

  #hearSound(frame: Frame, rms: number): void {
    const energy = rms * rms * frame.length * 0.5;
    const isTone = (hz: number): boolean => goertzelPower(frame, hz) > TONE_SHARE * energy;
    this.#faxMs = FAX_HZ.some(isTone) ? this.#faxMs + FRAME_MS : 0;
    this.#beepMs = isTone(BEEP_HZ) ? this.#beepMs + FRAME_MS : 0;
    // Gaps inside a greeting belong to it.
    this.#speechMs += FRAME_MS + (this.#speechMs > 0 ? this.#quietMs : 0);
    this.#quietMs = 0;
  }

  #decide(): AnsweredBy | null {
    const { mode, speechThresholdMs, speechEndThresholdMs, silenceTimeoutMs, timeoutS } = this.#orders;
    if (this.#faxMs >= FAX_AFTER_MS) return 'fax';
    if (this.#isMachine) return this.#greetingEnd(timeoutS);
    if (this.#speechMs >= speechThresholdMs) {
      if (mode === 'Enable') return 'machine_start';
      this.#isMachine = true;
      return null;
    }
    if (this.#speechMs === 0) return this.#elapsedMs >= silenceTimeoutMs ? 'unknown' : null;
    if (this.#quietMs >= speechEndThresholdMs) return 'human';
    return this.#elapsedMs >= timeoutS * 1000 ? 'unknown' : null;
  }

  #greetingEnd(timeoutS: number): AnsweredBy | null {
    if (this.#beepMs >= BEEP_AFTER_MS && this.#quietMs > 0) return 'machine_end_beep';
    if (this.#quietMs >= GREETING_END_MS) return 'machine_end_silence';
    return this.#elapsedMs >= timeoutS * 1000 ? 'machine_end_other' : null;
  }
}
