import { encodeMulaw } from '../carrier/audio/mulaw.ts';
import { Voice } from '../carrier/audio/voice.ts';
import { makeDice } from '../carrier/dice.ts';

/** Twelve seconds of one agent's voice, made once: speaking costs no arithmetic afterwards. */
const keptFrames = 600;
/** What a live microphone gives when nobody speaks: not digital silence. */
const roomFrames = 50;
const roomLevel = 6;

/** Own fundamentals, between the callees' steps of 5 Hz from 200 on: a meter tells who is heard. */
export const agentHz = (seat: number): number => 502.5 + (seat % 60) * 5;

export interface AgentVoice {
  readonly hz: number;
  speech(frame: number): Uint8Array;
  room(frame: number): Uint8Array;
}

export function makeAgentVoice(seat: number): AgentVoice {
  const hz = agentHz(seat);
  const dice = makeDice(`agent voice ${seat}`);
  const voice = new Voice(hz, dice);
  const speech = Array.from({ length: keptFrames }, () => encodeMulaw(voice.nextFrame()));
  const room = Array.from({ length: roomFrames }, () =>
    encodeMulaw(Int16Array.from({ length: 160 }, () => Math.round((dice.next() - 0.5) * 2 * roomLevel))),
  );
  return {
    hz,
    speech: (frame) => speech[frame % speech.length] ?? new Uint8Array(160).fill(0xff),
    room: (frame) => room[frame % room.length] ?? new Uint8Array(160).fill(0xff),
  };
}
