import twilio from 'twilio';
import type { TestCallPurpose, TestCallWord } from '../../contract/test-call.ts';
import type { TestCallAddresses, TestCaller } from '../test-calls/test-call-ports.ts';
import { makeTwilioClient, type TwilioAccount } from './twilio-client.ts';
import { placeOutcomeOf } from './twilio-errors.ts';
import { callSidPattern } from './twilio-words.ts';

type Language = 'zh-CN' | 'en';
const voices = { 'zh-CN': 'zh-CN', en: 'en-US' } as const;
const words: Readonly<Record<Language, Readonly<Record<'hello' | 'pressed' | 'silent' | 'socket', string>>>> = {
  en: {
    hello: 'This is a test call of this trunk. Press a key and hear it again; press hash to end.',
    pressed: 'You pressed',
    silent: 'No key was pressed. Good-bye.',
    socket: 'The media socket was tried. Good-bye.',
  },
  'zh-CN': {
    hello: '这是本中继的测试呼叫。请按任意键，系统会复述；按井号键结束。',
    pressed: '您按下了',
    silent: '没有收到按键，再见。',
    socket: '媒体连接测试完毕，再见。',
  },
};
const keyNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  '*': { en: 'star', 'zh-CN': '星号' },
  '#': { en: 'hash', 'zh-CN': '井号' },
};
const ringSeconds = { test: 40, check: 40, probe: 20 } as const;
const longestSeconds = 120;
const waitsForKeySeconds = 12;
const requestTimeoutMs = 15_000;

type Voice = InstanceType<typeof twilio.twiml.VoiceResponse>;

function gather(response: Voice, language: Language, keysUrl: string, text: string): string {
  const asked = response.gather({
    input: ['dtmf'],
    numDigits: 1,
    timeout: waitsForKeySeconds,
    finishOnKey: '',
    action: keysUrl,
    method: 'POST',
  });
  asked.say({ language: voices[language] }, text);
  response.say({ language: voices[language] }, words[language].silent);
  response.hangup();
  return response.toString();
}

function scriptOf(purpose: TestCallPurpose, language: Language, addresses: TestCallAddresses): string {
  const response = new twilio.twiml.VoiceResponse();
  if (purpose === 'test') return gather(response, language, addresses.keys, words[language].hello);
  if (purpose === 'check') {
    response.connect().stream({ url: addresses.media });
    response.say({ language: voices[language] }, words[language].socket);
  }
  response.hangup();
  return response.toString();
}

const wordOfStatus: Readonly<Record<string, TestCallWord>> = {
  initiated: 'initiated',
  ringing: 'ringing',
  'in-progress': 'answered',
  completed: 'completed',
  busy: 'busy',
  'no-answer': 'no-answer',
  failed: 'failed',
  canceled: 'canceled',
};
const endings = new Set<TestCallWord>(['completed', 'busy', 'no-answer', 'failed', 'canceled']);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** `accountOf`: the account of a trunk; null: it cannot be opened. */
export function makeTwilioTestCaller(accountOf: (trunkId: string) => Promise<TwilioAccount | null>): TestCaller {
  const clientOf = async (trunkId: string): Promise<ReturnType<typeof makeTwilioClient> | null> => {
    const account = await accountOf(trunkId);
    return account === null ? null : makeTwilioClient({ ...account, requestTimeoutMs });
  };
  return {
    async place(trunkId, { to, from, purpose, language, addresses }) {
      const client = await clientOf(trunkId);
      if (client === null) return { kind: 'refused', code: 20003 };
      try {
        const call = await client.calls.create({
          to,
          from,
          twiml: scriptOf(purpose, language, addresses),
          statusCallback: addresses.status,
          statusCallbackMethod: 'POST',
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
          timeout: ringSeconds[purpose],
          timeLimit: longestSeconds,
        });
        return { kind: 'accepted', sid: call.sid, queueMs: 0 };
      } catch (error) {
        return placeOutcomeOf(error);
      }
    },
    async hangUp(trunkId, sid) {
      const client = await clientOf(trunkId);
      if (client === null || !callSidPattern.test(sid)) return;
      // It may have ended meanwhile, which is what was wanted.
      await client
        .calls(sid)
        .update({ status: 'completed' })
        .catch(() => undefined);
    },
    echo(language, key, keysUrl) {
      const response = new twilio.twiml.VoiceResponse();
      const said = `${words[language].pressed} ${keyNames[key]?.[language] ?? key}.`;
      if (key !== '#') return gather(response, language, keysUrl, said);
      response.say({ language: voices[language] }, said);
      response.hangup();
      return response.toString();
    },
    read(form) {
      const what = wordOfStatus[text(form['CallStatus'])];
      const sid = text(form['CallSid']);
      if (what === undefined || !callSidPattern.test(sid)) return null;
      const detail = text(form['SipResponseCode']) || text(form['ErrorCode']);
      return { what, detail, over: endings.has(what), sid, key: `status ${what}` };
    },
  };
}
