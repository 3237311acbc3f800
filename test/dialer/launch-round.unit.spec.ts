import { expect, it } from 'vitest';
import type { PacePlan } from '../../src/dialer/decide-pace.ts';
import { makeLaunchRound } from '../../src/dialer/launch-round.ts';
import type { LaunchReply } from '../../src/dialer/dialer.ts';

const plan = {
  mode: 'predictive',
  launch: 30,
  mayHold: false,
  keepsEach: false,
  ahead: [],
  forecast: { allowance: 0.03, steers: true, target: 0.03, working: 40, expectedAnswers: 9, expectedAbandoned: 0.1 },
} as unknown as PacePlan;

it('[DIAL-63] of one look few launches are under way at once, and all of it is launched in the order of the line', async () => {
  const line = Array.from({ length: 40 }, (_, at) => `case ${at}`);
  const begun: string[] = [];
  let underWay = 0;
  let most = 0;
  const round = makeLaunchRound({
    ready: { take: (_, caseIds) => Promise.resolve([...caseIds]) },
    async launch(caseId): Promise<LaunchReply> {
      begun.push(caseId);
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, begun.length % 3));
      underWay--;
      return { kind: 'launched', attemptId: caseId };
    },
    cases: { deferCase: () => Promise.reject(new Error('nothing is put off here')) },
    onRefused: () => undefined,
    clock: () => 0,
  });
  const { kind, parts } = await round.run('a campaign', 1, plan, line, () => null);
  expect(kind).toBe('paced');
  expect(parts).toMatchObject([{ count: 30, expectedAnswers: 9 }]);
  expect(begun).toEqual(line.slice(0, 30));
  expect(most).toBe(5);
});
