import { SILENCE, mixFrames, type Frame } from '../audio/frames.ts';
import { newSid } from '../sid.ts';
import type { Address, Call, Tap } from './call.ts';

export interface ConferenceTraits {
  muted: boolean;
  startOnEnter: boolean;
  endOnExit: boolean;
  label: string | null;
}

export interface Participant extends ConferenceTraits {
  call: Call;
  /** Called once when the participant has to leave because the conference is over. */
  dismiss: () => void;
}

export type ConferenceEnding = 'last-participant-left' | 'participant-with-end-conference-on-exit-left';
export type ConferenceEvent = 'start' | 'end' | 'join' | 'leave';

/** A room in which everyone hears everyone else. It starts with two people, one of whom may open it. */
export class Conference {
  readonly sid = newSid('CF');
  readonly accountSid: string;
  readonly name: string;
  readonly maxParticipants: number;
  readonly callback: (Address & { events: ReadonlySet<ConferenceEvent> }) | null;
  readonly participants = new Map<Call, Participant>();
  /** Recorders of the room as a whole: they get the mix of all. */
  readonly taps = new Set<Tap>();
  readonly atEnd: (() => void)[] = [];
  readonly to = '';
  isStarted = false;
  isOver = false;
  sequence = 0;
  endingCallSid: string | null = null;
  reasonEnded: ConferenceEnding = 'last-participant-left';
  #mixes = new Map<Call, Frame>();

  constructor(init: Pick<Conference, 'accountSid' | 'name' | 'maxParticipants' | 'callback'>) {
    this.accountSid = init.accountSid;
    this.name = init.name;
    this.maxParticipants = init.maxParticipants;
    this.callback = init.callback;
  }

  get mayStart(): boolean {
    return (
      !this.isStarted &&
      this.participants.size >= 2 &&
      [...this.participants.values()].some(({ startOnEnter }) => startOnEnter)
    );
  }

  /** One round of mixing: each gets the sum of the others. */
  mix(): void {
    if (!this.isStarted) return;
    const voices = [...this.participants.values()].map(({ call, muted }) => ({
      call,
      frame: muted ? SILENCE : call.fromParty,
    }));
    this.#mixes = new Map(
      voices.map(({ call }) => [
        call,
        mixFrames(voices.filter((voice) => voice.call !== call).map(({ frame }) => frame)),
      ]),
    );
    if (this.taps.size === 0) return;
    const all = mixFrames(voices.map(({ frame }) => frame));
    for (const tap of this.taps) tap(all, SILENCE);
  }

  mixFor(call: Call): Frame {
    return this.#mixes.get(call) ?? SILENCE;
  }
}
