import twilio from 'twilio';
import { comfortPath } from '../addresses.ts';
import type { InboundCarrier, InboundScript, InboundStep, Prompt } from '../inbound/inbound-ports.ts';
import { makeTwilioClient, type TwilioAccount } from './twilio-client.ts';
import { httpStatusOf, vendorCodeOf } from './twilio-errors.ts';
import { callSidPattern } from './twilio-words.ts';

type Voice = InstanceType<typeof twilio.twiml.VoiceResponse>;
type Gather = ReturnType<Voice['gather']>;

/** The call was not in a state in which it can be redirected: it has ended. */
const invalidCallState = 21220;
const mostFound = 20;
/** Length of the comfort sound, which the carrier repeats. */
const comfortLoopSeconds = 4;

/** After the last prompt, and between two keys. */
const keyWithinSeconds = { one: 1, many: 6 } as const;
const silenceSeconds = 5;

function prompt(verb: Voice | Gather, step: Prompt, language: InboundScript['language'], comfortUrl: string): void {
  switch (step.do) {
    case 'say':
      verb.say({ language }, step.text);
      return;
    case 'comfort':
      verb.play({ loop: Math.ceil(step.seconds / comfortLoopSeconds) }, comfortUrl);
      return;
    case 'pause':
      verb.pause({ length: step.seconds });
  }
}

function add(response: Voice, step: InboundStep, script: InboundScript, comfortUrl: string): void {
  switch (step.do) {
    case 'say':
    case 'comfort':
    case 'pause':
      prompt(response, step, script.language, comfortUrl);
      return;
    case 'keys': {
      const gather = response.gather({
        action: step.url,
        method: 'POST',
        timeout: step.one ? keyWithinSeconds.one : keyWithinSeconds.many,
        ...(step.one ? { numDigits: 1, finishOnKey: '' } : { finishOnKey: '#' }),
      });
      for (const each of step.prompts) prompt(gather, each, script.language, comfortUrl);
      return;
    }
    case 'record':
      response.record({
        action: step.done,
        method: 'POST',
        maxLength: step.seconds,
        timeout: silenceSeconds,
        finishOnKey: '#',
        playBeep: true,
        trim: 'do-not-trim',
        recordingStatusCallback: step.recording,
        recordingStatusCallbackEvent: ['completed', 'absent'],
      });
      return;
    case 'stream':
      response.start().recording({
        recordingStatusCallback: step.recording,
        recordingStatusCallbackEvent: ['completed', 'absent'],
        trim: 'do-not-trim',
        channels: 'dual',
        track: 'both',
      });
      response.connect().stream({ url: step.media });
      return;
    case 'ask':
      response.redirect({ method: 'POST' }, step.url);
      return;
    case 'hang-up':
      response.hangup();
  }
}

/** `accountOf`: the account of a trunk; null: it cannot be opened. */
export function makeTwilioInbound(
  accountOf: (trunkId: string) => Promise<TwilioAccount | null>,
  publicUrl: string,
): InboundCarrier {
  const comfortUrl = publicUrl.replace(/\/+$/, '') + comfortPath;
  function render(script: InboundScript): string {
    const response = new twilio.twiml.VoiceResponse();
    for (const step of script.steps) add(response, step, script, comfortUrl);
    return response.toString();
  }

  return {
    render,
    async redirect(trunkId, sid, script) {
      if (!callSidPattern.test(sid)) return 'ended';
      const account = await accountOf(trunkId);
      if (account === null) return 'unknown';
      try {
        await makeTwilioClient(account)
          .calls(sid)
          .update({ twiml: render(script) });
        return 'redirected';
      } catch (error) {
        if (vendorCodeOf(error) === invalidCallState || httpStatusOf(error) === 404) return 'ended';
        return 'unknown';
      }
    },
    async answerAt({ trunkId, e164 }, addresses) {
      const { voice, ended } = addresses ?? { voice: '', ended: '' };
      const account = await accountOf(trunkId);
      if (account === null) return 'not-ours';
      const client = makeTwilioClient(account);
      // The carrier takes the number for a pattern.
      const found = await client.incomingPhoneNumbers.list({ phoneNumber: e164, limit: mostFound });
      const own = found.find((number) => number.phoneNumber === e164);
      if (own === undefined) return 'not-ours';
      if ((own.voiceUrl ?? '') !== voice || own.statusCallback !== ended) {
        await client.incomingPhoneNumbers(own.sid).update({
          voiceUrl: voice,
          voiceMethod: 'POST',
          statusCallback: ended,
          statusCallbackMethod: 'POST',
        });
      }
      return 'set';
    },
  };
}
