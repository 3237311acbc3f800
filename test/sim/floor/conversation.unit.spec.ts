import { describe, expect, it } from 'vitest';
import { encodeMulaw } from '../../../sim/carrier/audio/mulaw.ts';
import { makeDice } from '../../../sim/carrier/dice.ts';
import { agentHz, makeAgentVoice } from '../../../sim/floor/agent-voice.ts';
import { Conversation } from '../../../sim/floor/conversation.ts';

const loud = encodeMulaw(Int16Array.from({ length: 160 }, (_, index) => 8_000 * Math.sin((2 * Math.PI * index) / 40)));

/** Runs for so long with the other side speaking as told; counts our frames of speech. */
function run(talk: Conversation, ms: number, other: (atMs: number) => boolean): number {
  let spoken = 0;
  for (let at = 0; at < ms && !talk.isOver; at += 20) {
    talk.hear(other(at) ? loud : null);
    if (talk.tick() === 'speech') spoken += 1;
  }
  return spoken * 20;
}

describe('a simulated talk', () => {
  const begin = (planMs = 60_000): Conversation => new Conversation(makeDice('talk'), planMs);

  it('[FLOOR-1] waits for the hello, and answers when the other has finished', () => {
    const talk = begin();
    expect(run(talk, 600, (at) => at < 500)).toBe(0);
    expect(run(talk, 2_000, () => false)).toBeGreaterThan(500);
  });

  it('[FLOOR-2] stops speaking when spoken over', () => {
    const talk = begin();
    run(talk, 1_200, () => false);
    const spoken = run(talk, 3_000, () => true);
    expect(spoken).toBeLessThanOrEqual(800);
  });

  it('[FLOOR-3] hangs up when its plan has run out, when a machine speaks, or when nobody is there', () => {
    const planned = begin(3_000);
    run(planned, 10_000, (at) => at % 2_000 < 1_000);
    expect(planned.isOver).toBe(true);
    const dead = begin();
    run(dead, 8_000, () => false);
    expect(dead.isOver).toBe(true);
    const alive = begin();
    run(alive, 8_000, (at) => at % 2_000 < 1_000);
    expect(alive.isOver).toBe(false);
    expect(alive.heardMs).toBeGreaterThan(3_000);
    const left = begin();
    run(left, 9_000, (at) => at < 1_000);
    expect(left.isOver).toBe(true);
    const machine = begin();
    run(machine, 6_500, () => true);
    expect(machine.isOver).toBe(true);
  });

  it('[FLOOR-4] every seat has a voice of its own, never that of a callee', () => {
    const hz = Array.from({ length: 50 }, (_, seat) => agentHz(seat));
    expect(new Set(hz).size).toBe(50);
    for (const each of hz) expect((each - 200) % 5).toBe(2.5);
    const voice = makeAgentVoice(3);
    expect(voice.speech(7)).toHaveLength(160);
    expect(voice.speech(7)).not.toEqual(voice.speech(8));
  });
});
