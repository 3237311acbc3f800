import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskNumber } from '../../src/domain/mask.ts';
import { decidePacing } from '../../src/domain/pacing/decide-pacing.ts';
import type { PacingMoment } from '../../src/domain/pacing/moment.ts';
import { PacingMemory } from '../../src/domain/pacing/pacing-memory.ts';
import { anyMoment, moment, type Floor } from './pacing/given.ts';

const pace = (floor: Floor, over: Partial<PacingMoment> = {}): string => {
  const { launch, because } = decidePacing(moment(floor, { mode: 'progressive', ...over }), new PacingMemory());
  return `${launch} ${because}`;
};

describe('progressive pacing', () => {
  it('[PACE-1] one call for each ready agent that no call is meant for', () => {
    expect(pace({ ready: 4 })).toBe('4 agents_ready');
    expect(pace({ ready: 4, ringing: [1, 2], waiting: 1 })).toBe('1 agents_ready');
    expect(pace({ ready: 3, ringing: [1, 2, 3] })).toBe('0 calls_cover_agents');
    expect(pace({ ready: 3, ringing: [1, 2, 3, 4, 5] })).toBe('0 calls_cover_agents');
    expect(pace({ talking: [20] })).toBe('0 no_agent_ready');
    expect(pace({})).toBe('0 no_agent');
  });

  it('[PACE-2] bounded by channels, rate and due cases, and the tightest is named', () => {
    expect(pace({ ready: 5 }, { freeChannels: 2 })).toBe('2 no_channel');
    expect(pace({ ready: 5 }, { freeChannels: 0 })).toBe('0 no_channel');
    expect(pace({ ready: 5 }, { cpsTokens: 1.9 })).toBe('1 rate_limit');
    expect(pace({ ready: 5 }, { dueCases: 3 })).toBe('3 no_case_due');
    expect(pace({ ready: 5 }, { dueCases: 0 })).toBe('0 no_case_due');
    expect(pace({ ready: 5 }, { cpsTokens: Number.NaN })).toBe('0 rate_limit');
  });

  it('[PACE-3] manual and preview dialing launch nothing by themselves', () => {
    expect(pace({ ready: 5 }, { mode: 'manual' })).toBe('0 mode_not_automatic');
    expect(pace({ ready: 5 }, { mode: 'preview' })).toBe('0 mode_not_automatic');
  });

  it('[PACE-4] never more calls than uncovered agents, channels, rate or cases, and never a negative or broken number', () => {
    const memory = new PacingMemory();
    const fixed = fc.constantFrom('progressive', 'preview', 'manual' as const);
    fc.assert(
      fc.property(anyMoment, fixed, (any, mode) => {
        const { launch } = decidePacing({ ...any, mode }, memory);
        const ready = any.agents.filter((one) => one.state === 'ready').length;
        expect(Number.isInteger(launch) && launch >= 0).toBe(true);
        expect(launch).toBeLessThanOrEqual(Math.max(0, ready - any.calls.length));
        expect(launch).toBeLessThanOrEqual(Math.max(0, any.freeChannels));
        expect(launch).toBeLessThanOrEqual(Math.max(0, any.dueCases));
        expect(launch).toBeLessThanOrEqual(Math.max(0, any.cpsTokens));
      }),
    );
  });

  it('[PACE-5] the figures behind the decision come with it', () => {
    const given = moment({ ready: 4, talking: [30], ringing: [1] }, { mode: 'progressive' });
    expect(decidePacing(given, new PacingMemory()).figures).toMatchObject({
      ready: 4,
      working: 5,
      pending: 1,
      waiting: 0,
      freeChannels: 200,
      cpsTokens: 30,
      dueCases: 10_000,
      abandonRate: 0.01,
      abandonTarget: 0.03,
    });
  });
});

describe('masking', () => {
  it.each([
    ['+8613800005678', '+86 138****5678'],
    ['+862155550199', '+86 21****0199'],
    ['+13175550142', '+1 31****0142'],
    ['+447700900123', '+44 77****0123'],
    ['+85255501234', '+852 ****34'],
    ['+3725551234', '+372 ****34'],
    ['+29012345', '+290 ****5'],
    ['+2901234', '+290 ****'],
  ])('[INV-9] %s is shown as %s', (e164, masked) => {
    expect(maskNumber(e164)).toBe(masked);
  });

  it('[INV-9] at least four digits stay hidden whatever the length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+[1-9]\d{6,14}$/), (e164) => {
        const masked = maskNumber(e164);
        const hidden = e164.length - 1 - masked.replace(/\D/g, '').length;
        const national = e164.length - masked.indexOf(' ');
        expect(hidden).toBeGreaterThanOrEqual(Math.min(4, national));
      }),
    );
  });
});
