import { afterAll, beforeAll, expect, it } from 'vitest';
import { FROM, QUICK, startBench, type Bench } from './support/bench.ts';

const [patient, deaf, answering] = ['+15550001001', '+15550001002', '+15550001003'];

let bench: Bench;
beforeAll(async () => {
  const missed = { ...QUICK, outcomes: { busy: 1 } };
  bench = await startBench({
    population: {
      numbers: [{ phoneNumber: FROM }],
      callees: {
        [patient]: { ...missed, ringsBack: { share: 1, afterMs: 20 } },
        [deaf]: { ...missed, ringsBack: { share: 0, afterMs: 20 } },
        [answering]: { ...QUICK, outcomes: { answer: 1 }, talkMs: 100, ringsBack: { share: 1, afterMs: 20 } },
      },
    },
  });
});
afterAll(() => bench.close());

it('[CAR-46] whoever missed a call rings the number that was shown, and nobody else does', async () => {
  const { client, carrier } = bench;
  for (const to of [deaf, answering, patient]) {
    const { sid } = await client.calls.create({ from: FROM, to, twiml: '<Response><Hangup/></Response>' });
    await carrier.events.next('call-ended', ({ callSid }) => callSid === sid);
  }
  const callers = () => [...carrier.exchange.calls.values()].filter((call) => call.direction === 'inbound');
  await carrier.events.next('call-created', ({ callSid }) => callers().some((call) => call.sid === callSid));
  expect(callers().map(({ from, to }) => [from, to])).toEqual([[patient, FROM]]);
});
