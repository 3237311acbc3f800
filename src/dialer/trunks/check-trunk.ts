import type { CheckReply, CheckStep, TestCallWord } from '../../contract/test-call.ts';
import type { TestCalls } from '../test-calls/test-calls.ts';
import type { Providers } from './provider.ts';
import type { TrunkDesk } from './trunk-desk.ts';

/** One step of the check; null: there is no such trunk. */
export type CheckTrunk = (
  step: CheckStep,
  asked: {
    readonly trunkId: string;
    readonly by: string;
    readonly language: 'zh-CN' | 'en';
    readonly testNumberId: string | null;
    readonly testCallId: string | null;
  },
) => Promise<CheckReply | null>;

type Found = Omit<CheckReply, 'step' | 'testCallId'> & { readonly testCallId?: string | null };

const lookEveryMs = 200;
/** The first callback comes within seconds; somebody must take the phone for the media socket. */
const webhookPatienceMs = 20_000;
const socketPatienceMs = 60_000;
const holds = (because: string, detail = ''): Found => ({ holds: true, because, detail });
const fails = (because: string, detail = ''): Found => ({ holds: false, because, detail });

const heard = new Set<TestCallWord>(['initiated', 'ringing', 'answered', 'completed', 'busy', 'no-answer', 'failed']);

/** TRK-20: what a trunk needs before it rings anybody, one step after the other, each with a reason of its own. */
export function makeCheckTrunk(deps: {
  readonly desk: Pick<TrunkDesk, 'list'>;
  readonly providers: Pick<Providers, 'ofTrunk'>;
  readonly testCalls: TestCalls;
  /** Countries of the numbers that would be called. */
  readonly countries: () => Promise<readonly string[]>;
  readonly publicUrl: string;
  readonly pause: (ms: number) => Promise<void>;
}): CheckTrunk {
  const { testCalls } = deps;

  /** The events of the call once one of them fits, or all there were when the time is over or the call is. */
  async function awaited(
    testCallId: string,
    fits: (what: TestCallWord) => boolean,
    patienceMs: number,
  ): Promise<{ readonly found: boolean; readonly words: readonly TestCallWord[]; readonly detail: string }> {
    for (let waitedMs = 0; ; waitedMs += lookEveryMs) {
      const seen = await testCalls.events(testCallId);
      const events = seen?.events ?? [];
      const fitting = events.find(({ what }) => fits(what));
      if (fitting !== undefined || seen === null || seen.over || waitedMs >= patienceMs) {
        const last = fitting ?? events.at(-1);
        return { found: fitting !== undefined, words: events.map(({ what }) => what), detail: last?.detail ?? '' };
      }
      await deps.pause(lookEveryMs);
    }
  }

  async function webhook(asked: Parameters<CheckTrunk>[1], kind: 'sim' | 'twilio'): Promise<Found> {
    if (kind === 'twilio' && !deps.publicUrl.startsWith('https://')) return fails('not_https');
    const { trunkId, testNumberId, by: askedBy, language } = asked;
    if (testNumberId === null) return fails('no_test_number');
    const started = await testCalls.start({ trunkId, testNumberId, askedBy, purpose: 'check', language });
    if (started.kind !== 'started') return fails(started.kind === 'refused' ? started.because : 'no_caller_id');
    const { testCallId } = started;
    const { found, words, detail } = await awaited(testCallId, (what) => heard.has(what), webhookPatienceMs);
    if (found) return { ...holds('active'), testCallId };
    return { ...fails(words.includes('refused') ? 'refused' : 'no_callback', detail), testCallId };
  }

  async function socket(testCallId: string | null): Promise<Found> {
    if (testCallId === null) return fails('no_test_call');
    const { found, words, detail } = await awaited(testCallId, (what) => what === 'echo', socketPatienceMs);
    await testCalls.hangUp(testCallId);
    if (found) return holds('active', detail);
    if (words.includes('socket')) return fails('no_echo');
    return fails(words.includes('answered') ? 'no_socket' : 'not_answered');
  }

  return async (step, asked) => {
    const trunk = (await deps.desk.list()).trunks.find(({ trunkId }) => trunkId === asked.trunkId);
    if (trunk === undefined) return null;
    const provider = await deps.providers.ofTrunk(asked.trunkId);

    async function find(): Promise<Found> {
      if (provider === null || trunk === undefined) return fails('unreadable');
      switch (step) {
        case 'credentials': {
          const said = await provider.account();
          return said === 'active' ? holds('active') : fails(said);
        }
        case 'caller_id': {
          const inUse = trunk.callerIds.filter(({ enabled }) => enabled);
          if (inUse.length === 0) return fails('none');
          const said = await Promise.all(inUse.map(async ({ e164 }) => ({ e164, may: await provider.mayShow(e164) })));
          const foreign = said.filter(({ may }) => may === 'no').map(({ e164 }) => e164);
          if (foreign.length > 0) return fails('not_vouched', foreign.join(', '));
          return said.some(({ may }) => may === 'silent') ? fails('silent') : holds('active');
        }
        case 'geography': {
          const countries = await deps.countries();
          if (countries.length === 0) return holds('no_numbers');
          const blocked = await provider.blockedCountries(countries);
          if (blocked === 'silent') return fails('silent');
          return blocked.length > 0 ? fails('blocked', blocked.join(', ')) : holds('active', countries.join(', '));
        }
        case 'concurrency': {
          const said = await provider.concurrency(trunk.cps);
          return said === 'active' ? holds('active') : fails(said);
        }
        case 'webhook':
          return webhook(asked, trunk.kind);
        case 'media_socket':
          return socket(asked.testCallId);
      }
    }

    return { testCallId: null, ...(await find()), step };
  };
}
