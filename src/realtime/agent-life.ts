import type { Instant } from '../domain/vocabulary.ts';
import type { LifeSign } from './ports.ts';

/** A probe may be answered late once; after that the page is not believed to be alive. */
const missedProbes = 2;
/** A slow line answers a probe after the next ones went out: those are waited for too. */
const mostOpen = 6;

/** Proof that a call can be heard and answered in a page: its audio clock runs, its microphone is live, it answers probes. */
export class AgentLife {
  readonly #probeEveryMs: number;
  #open: readonly { readonly nonce: string; readonly at: Instant }[] = [];
  #answeredAt: Instant | null = null;
  #clockRuns = false;
  #microphoneLive = false;
  #rttMs: number | null = null;

  constructor(probeEveryMs: number) {
    this.#probeEveryMs = probeEveryMs;
  }

  probed(nonce: string, at: Instant): void {
    this.#open = [...this.#open, { nonce, at }].slice(-mostOpen);
  }

  /** False: not the answer to a probe that is open. */
  replied(reply: { nonce: string; audioClockRunning: boolean; microphoneLive: boolean }, at: Instant): boolean {
    const probe = this.#open.find(({ nonce }) => nonce === reply.nonce);
    if (probe === undefined) return false;
    this.#rttMs = at - probe.at;
    this.#open = this.#open.filter((each) => each.at > probe.at);
    this.#answeredAt = at;
    this.#clockRuns = reply.audioClockRunning;
    this.#microphoneLive = reply.microphoneLive;
    return true;
  }

  get rttMs(): number | null {
    return this.#rttMs;
  }

  missing(now: Instant): readonly LifeSign[] {
    if (this.#answeredAt === null) return ['probe'];
    const missing: LifeSign[] = [];
    if (!this.#clockRuns) missing.push('audio_clock');
    if (!this.#microphoneLive) missing.push('microphone');
    if (now - this.#answeredAt > (missedProbes + 0.5) * this.#probeEveryMs) missing.push('probe');
    return missing;
  }
}
