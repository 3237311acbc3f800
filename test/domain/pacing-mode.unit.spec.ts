import { describe, expect, it } from 'vitest';
import { campaignStatuses, orderedStatus } from '../../src/domain/campaign-status.ts';
import { boundOf, budgetSpent, modeInForce } from '../../src/domain/pacing-mode.ts';
import { decidePacing } from '../../src/domain/pacing/decide-pacing.ts';
import type { PacingMoment } from '../../src/domain/pacing/moment.ts';
import { PacingMemory } from '../../src/domain/pacing/pacing-memory.ts';
import { dialModes } from '../../src/domain/vocabulary.ts';
import { moment } from './pacing/given.ts';

const ground = { working: 5, lifeless: 0, languagesDiffer: false, live: 0, abandoned: 0 };
const choice = { mode: 'predictive', smallestGroup: 3, target: 0.03 } as const;

describe('the mode in force', () => {
  it.each(dialModes)('[DIAL-41] %s is kept where it rings one person for an agent or the ground is good', (mode) => {
    expect(modeInForce({ ...choice, mode }, ground)).toEqual({ mode, because: 'as_set' });
  });

  it.each([
    ['two of three agents', { ...ground, working: 2 }, 0.03, 'group_too_small'],
    ['two of three, one without proof of life', { ...ground, working: 2, lifeless: 1 }, 0.03, 'no_proof_of_life'],
    ['agents who speak some of the languages alone', { ...ground, languagesDiffer: true }, 0.03, 'languages_differ'],
    ['nobody may be abandoned', ground, 0, 'no_budget'],
    ['one of 146: the bound is above 3 %', { ...ground, live: 146, abandoned: 1 }, 0.03, 'abandon_budget_spent'],
  ] as const)('[DIAL-41] %s', (_, now, target, because) => {
    for (const mode of ['predictive', 'ratio'] as const) {
      expect(modeInForce({ ...choice, mode, target }, now)).toEqual({ mode: 'progressive', because });
    }
    expect(modeInForce({ ...choice, mode: 'preview', target }, now).because).toBe('as_set');
  });

  it('[DIAL-41] the budget is spent by its upper bound, and not before somebody was abandoned', () => {
    expect(budgetSpent({ live: 1, abandoned: 0 }, 0.03)).toBe(false);
    expect(budgetSpent({ live: 100, abandoned: 1 }, 0.03)).toBe(true);
    expect(budgetSpent({ live: 1_000, abandoned: 1 }, 0.03)).toBe(false);
    expect(budgetSpent({ live: 1_000, abandoned: 29 }, 0.03)).toBe(true);
    const full = { live: 500, abandoned: 9 };
    expect(budgetSpent(full, boundOf(full))).toBe(false);
  });

  it('[DIAL-41] the smallest group itself is large enough', () => {
    expect(modeInForce(choice, { ...ground, working: 3 })).toEqual({ mode: 'predictive', because: 'as_set' });
  });
});

describe('a ratio', () => {
  it('[DIAL-45] rings that many for each ready agent, calls under way included, within the other bounds', () => {
    const ratio = (callsPerAgent: number, over: Partial<PacingMoment> = {}, ready = 3) =>
      decidePacing(moment({ ready, ringing: [1, 2] }, { mode: 'ratio', callsPerAgent, ...over }), new PacingMemory());
    expect(ratio(2.5)).toMatchObject({ launch: 5, because: 'agents_ready', figures: { ready: 3 } });
    expect(ratio(2.5, { freeChannels: 2 })).toMatchObject({ launch: 2, because: 'no_channel' });
    expect(ratio(9, {}, 0).launch).toBe(0);
    expect(ratio(0.1).launch).toBe(1);
  });
});

describe('a campaign', () => {
  it('[DIAL-40] follows an order once; what is drained is not drained again', () => {
    for (const from of campaignStatuses) {
      expect(orderedStatus(from, 'running')).toBe(from === 'running' ? null : 'running');
      expect(orderedStatus(from, 'paused')).toBe(from === 'paused' ? null : 'paused');
      expect(orderedStatus(from, 'draining')).toBe(from === 'draining' || from === 'drained' ? null : 'draining');
    }
  });
});
