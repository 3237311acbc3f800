import { describe, expect, it } from 'vitest';
import { dueTierOf } from '../../src/domain/due-tier.ts';
import { aDay, at, attempt, facts, theCase } from './given.ts';

describe('cases that are equally due', () => {
  const then = at(`${aDay} 09:00`);

  it('[PACE-26] a person cut off in the talk, then a round begun or a date agreed, then whom nobody has rung yet', () => {
    expect(dueTierOf(facts())).toBe('fresh');
    expect(dueTierOf(facts({ history: [attempt('mobile', then, 'NO_ANSWER')] }))).toBe('in_hand');
    expect(dueTierOf(facts({ case: theCase({ nextFollowUpOn: aDay }) }))).toBe('in_hand');
    expect(dueTierOf(facts({ case: theCase({ callbackAt: then }) }))).toBe('in_hand');
    expect(dueTierOf(facts({ history: [attempt('mobile', then, 'AGENT_LOST')] }))).toBe('cut_off');
  });

  it('[PACE-26] calls of a round that is over, of linked cases, and calls that were never placed begin nothing', () => {
    const before = attempt('mobile', then, 'NO_ANSWER', { roundNumber: 0 });
    expect(dueTierOf(facts({ history: [before] }))).toBe('fresh');
    expect(dueTierOf(facts({ history: [attempt('mobile', then, 'AGENT_LOST', { caseId: 'linked' })] }))).toBe('fresh');
    expect(dueTierOf(facts({ history: [attempt('mobile', then, 'SUPPRESSED')] }))).toBe('fresh');
    const talkedSince = [attempt('mobile', then, 'AGENT_LOST'), attempt('mobile', then + 1, 'NO_ANSWER')];
    expect(dueTierOf(facts({ history: talkedSince }))).toBe('in_hand');
  });
});
