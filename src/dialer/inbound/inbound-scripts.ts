import type { InboundSettings } from '../../contract/inbound.ts';
import {
  addressesOf,
  keyAddress,
  menuAddress,
  messageAddress,
  numberAddresses,
  referenceAddress,
  waitAddress,
} from '../addresses.ts';
import type { InboundNumber, InboundScript, InboundStep, Prompt, QueueStanding } from './inbound-ports.ts';
import { menuOf, waitingOf, wordsOf, type Said } from './inbound-words.ts';

/** A caller with an attempt of his own, and the way back into it. */
export interface OpenCall {
  readonly attemptId: string;
  readonly token: string;
  /** It is known who calls, and that he may be rung on this line. */
  readonly mayRingBack: boolean;
}

export const keyOf = { callback: '1', voicemail: '2' } as const;

/** From one announcement of the place in the queue to the next. */
const comfortSeconds = 20;
/** How long the caller hears nothing but a pause until it is looked again. */
const shortPause = 3;
const messageSeconds = 120;

/** Everything a caller can be told, by the address at which the carrier reaches us. */
export function makeInboundScripts(publicUrl: string) {
  const script = (settings: InboundSettings, ...steps: readonly InboundStep[]): InboundScript => ({
    language: settings.language,
    steps,
  });
  const say = (settings: InboundSettings, what: Said): Prompt => ({ do: 'say', text: wordsOf(settings, what) });

  const askAgain = ({ attemptId, token }: OpenCall): InboundStep => ({
    do: 'ask',
    url: waitAddress(publicUrl, attemptId, token),
  });

  function waiting(
    settings: InboundSettings,
    call: OpenCall,
    standing: QueueStanding & { kind: 'waiting' },
    first: boolean,
  ): readonly InboundStep[] {
    const { attemptId, token } = call;
    const text = [
      waitingOf(settings, standing.position, standing.waitMs),
      ...(settings.offers.callback && call.mayRingBack ? [wordsOf(settings, 'callbackOffer')] : []),
      ...(settings.offers.voicemail ? [wordsOf(settings, 'messageOffer')] : []),
    ].join(' ');
    // The greeting too: a key that is pressed early counts.
    const prompts: Prompt[] = [
      ...(first ? [say(settings, 'greeting')] : []),
      { do: 'say', text },
      { do: 'comfort', seconds: comfortSeconds },
    ];
    const offers = (settings.offers.callback && call.mayRingBack) || settings.offers.voicemail;
    return offers
      ? [{ do: 'keys', one: true, prompts, url: keyAddress(publicUrl, attemptId, token) }, askAgain(call)]
      : [...prompts, askAgain(call)];
  }

  return {
    ends: (settings: InboundSettings, what: Said): InboundScript =>
      script(settings, say(settings, what), { do: 'hang-up' }),
    hangsUp: (settings: InboundSettings): InboundScript => script(settings, { do: 'hang-up' }),
    /** Somebody talks to the person on another line: the caller is kept, and asked for again. */
    kept: (number: InboundNumber): InboundScript =>
      script(
        number.settings,
        say(number.settings, 'busy'),
        { do: 'pause', seconds: shortPause },
        { do: 'ask', url: numberAddresses(publicUrl, number.callerIdId).voice },
      ),
    stands(settings: InboundSettings, call: OpenCall, standing: QueueStanding, first: boolean): InboundScript {
      switch (standing.kind) {
        case 'agent': {
          const { media, recording } = addressesOf(publicUrl, call.attemptId, call.token);
          return script(settings, { do: 'stream', media, recording }, { do: 'hang-up' });
        }
        case 'waiting':
          return script(settings, ...waiting(settings, call, standing, first));
        case 'coming':
          return script(settings, { do: 'pause', seconds: shortPause }, askAgain(call));
        case 'gone':
          return script(settings, { do: 'hang-up' });
      }
    },
    message(settings: InboundSettings, call: OpenCall, first: Said | null): InboundScript {
      const { recording } = addressesOf(publicUrl, call.attemptId, call.token);
      return script(
        settings,
        ...(first === null ? [] : [say(settings, first)]),
        say(settings, 'leaveMessage'),
        {
          do: 'record',
          seconds: messageSeconds,
          recording,
          done: messageAddress(publicUrl, call.attemptId, call.token),
        },
        { do: 'hang-up' },
      );
    },
    menu({ settings, callerIdId }: InboundNumber, first: Said | null): InboundScript {
      const prompts: Prompt[] = [
        ...(first === null ? [] : [say(settings, first)]),
        { do: 'say', text: menuOf(settings) },
        { do: 'pause', seconds: shortPause },
        { do: 'say', text: menuOf(settings) },
        { do: 'pause', seconds: shortPause },
      ];
      return script(
        settings,
        { do: 'keys', one: true, prompts, url: menuAddress(publicUrl, callerIdId) },
        say(settings, 'goodBye'),
        { do: 'hang-up' },
      );
    },
    reference: ({ settings, callerIdId }: InboundNumber): InboundScript =>
      script(
        settings,
        {
          do: 'keys',
          one: false,
          prompts: [say(settings, 'enterReference')],
          url: referenceAddress(publicUrl, callerIdId),
        },
        say(settings, 'goodBye'),
        { do: 'hang-up' },
      ),
  };
}
export type InboundScripts = ReturnType<typeof makeInboundScripts>;
