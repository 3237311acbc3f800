import type { FrameSource } from '../audio/frames.ts';
import { BEEP, FAX_ANSWER, SIT, ToneSource } from '../audio/tones.ts';
import { Pause, Sequence, Utterance, Voice } from '../audio/voice.ts';
import { makeDice } from '../dice.ts';
import { talkMsOf, type CallPlan } from '../population/population.ts';
import type { Party } from './party.ts';
import { Person } from './person.ts';
import { PlayingParty } from './playing-party.ts';

/** Every announcement is read by the same voice, so that a listener learns to know it. */
const ANNOUNCER_HZ = 350;
const DEFAULTS = {
  greetingMs: [3500, 9000],
  announcementMs: [3500, 5500],
  falseAnswerMs: [4000, 12_000],
} as const;
/** How long a machine records, and how much silence makes it stop. */
const MACHINE_RECORDS_MS = 60_000;
const MACHINE_SILENCE_MS = 8000;

/** Puts the far end on the line that this call's plan asks for. */
export function castParty(plan: CallPlan): Party {
  const { profile, voiceHz } = plan.callee;
  switch (plan.outcome) {
    case 'machine': {
      const greeting = new Utterance(
        new Voice(voiceHz, plan.dice),
        plan.dice.between(profile.greetingMs ?? DEFAULTS.greetingMs),
      );
      const parts: FrameSource[] = [new Pause(300), greeting];
      if (profile.beep ?? true) parts.push(new Pause(400), new ToneSource(BEEP));
      return playing(new Sequence(parts), MACHINE_RECORDS_MS, MACHINE_SILENCE_MS);
    }
    case 'fax':
      return playing(new ToneSource([...FAX_ANSWER, ...FAX_ANSWER, ...FAX_ANSWER]), 8000, 8000);
    case 'vacant_announcement':
      return playing(announcement(plan, new ToneSource(SIT.vacant)), 300, 300);
    case 'number_changed':
      return playing(announcement(plan, new ToneSource(SIT.intercept)), 300, 300);
    case 'false_answer': {
      const silence = plan.dice.between(profile.falseAnswerMs ?? DEFAULTS.falseAnswerMs);
      return playing(new Pause(silence), 0, 0);
    }
    case 'answer':
    case 'no_answer':
    case 'busy':
    case 'vacant':
    case 'rejected':
    case 'powered_off':
    case 'failed':
      return new Person(voiceHz, profile, talkMsOf(plan), plan.dice);
  }
}

const playing = (source: FrameSource, lingerMs: number, silenceMs: number): Party =>
  new PlayingParty({ source, lingerMs, silenceMs });

function announcement(plan: CallPlan, tones: FrameSource): FrameSource {
  const ms = plan.dice.between(plan.callee.profile.announcementMs ?? DEFAULTS.announcementMs);
  const say = (): FrameSource => new Utterance(new Voice(ANNOUNCER_HZ, makeDice('announcer')), ms);
  return new Sequence([new Pause(200), tones, new Pause(200), say(), new Pause(900), say(), new Pause(500)]);
}
