import twilio from 'twilio';
import { z } from 'zod';
import type { CallbackDialect, CallbackKind, CarrierNotice } from '../ports.ts';
import type { TwilioAccount } from './twilio-client.ts';
import { answeredByOf, callSidPattern, recordingSidPattern, statusOf } from './twilio-words.ts';

const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const callSid = z.string().regex(callSidPattern);

const statusForm = z.object({
  CallSid: callSid,
  CallStatus: z.string(),
  SequenceNumber: whole.optional(),
  SipResponseCode: whole.optional(),
  ErrorCode: whole.optional(),
  Timestamp: z.string().optional(),
});
const amdForm = z.object({ CallSid: callSid, AnsweredBy: z.string().min(1) });
const recordingForm = z.object({
  CallSid: callSid,
  RecordingSid: z.string().regex(recordingSidPattern),
  RecordingStatus: z.enum(['in-progress', 'completed', 'absent']),
  RecordingChannels: whole.optional(),
  RecordingDuration: whole.optional(),
});

/** Parameters that hold a number, a name or a place, or repeat one in an address. */
const personal = /^(To|From|Called|Caller|ForwardedFrom|RecordingUrl)|Name$|(City|State|Zip|Country)$|Token$/;

const readers: { readonly [K in CallbackKind]: (form: unknown) => CarrierNotice | null } = {
  status(form) {
    const read = statusForm.safeParse(form);
    const status = read.success ? statusOf(read.data.CallStatus) : null;
    if (!read.success || status === null) return null;
    const at = Date.parse(read.data.Timestamp ?? '');
    return {
      kind: 'status',
      sid: read.data.CallSid,
      status,
      sequence: read.data.SequenceNumber ?? null,
      sipCode: read.data.SipResponseCode ?? null,
      errorCode: read.data.ErrorCode ?? null,
      at: Number.isNaN(at) ? null : at,
    };
  },
  amd(form) {
    const read = amdForm.safeParse(form);
    if (!read.success) return null;
    return { kind: 'amd', sid: read.data.CallSid, answeredBy: answeredByOf(read.data.AnsweredBy) ?? 'unclear' };
  },
  recording(form) {
    const read = recordingForm.safeParse(form);
    if (!read.success) return null;
    const seconds = read.data.RecordingDuration;
    return {
      kind: 'recording',
      sid: read.data.CallSid,
      recordingSid: read.data.RecordingSid,
      status: read.data.RecordingStatus,
      channels: read.data.RecordingChannels ?? 1,
      durationMs: seconds === undefined ? null : seconds * 1000,
    };
  },
};

/**
 * Signatures are made with the account's primary token over the configured address; during rotation either may sign.
 * `others`: tokens of the trunks' own accounts. A form names its account and is held to that one's token.
 */
export function makeTwilioCallbacks(
  account: Pick<TwilioAccount, 'authToken' | 'authTokenSecondary'>,
  publicUrl: string,
  others: (accountSid: string | null) => Promise<readonly string[]> = () => Promise.resolve([]),
): CallbackDialect {
  const base = publicUrl.replace(/\/+$/, '');
  const tokens = [account.authToken, account.authTokenSecondary].filter((token) => token !== undefined);
  return {
    async isAuthentic({ signature, path, form }) {
      const signs = (token: string): boolean => twilio.validateRequest(token, signature, base + path, form);
      const sid = form['AccountSid'];
      return tokens.some(signs) || (typeof sid === 'string' && (await others(sid)).some(signs));
    },
    async isAuthenticSocket({ signature, path }) {
      const address = base.replace(/^http/, 'ws') + path;
      // The documentation asks to try again with a slash at the end.
      const signs = (token: string): boolean =>
        [address, `${address}/`].some((url) => twilio.validateRequest(token, signature, url, {}));
      return tokens.some(signs) || (await others(null)).some(signs);
    },
    read: (kind, form) => readers[kind](form),
    keep(form) {
      const kept: Record<string, string> = {};
      for (const [name, value] of Object.entries(form)) {
        if (typeof value === 'string' && !personal.test(name)) kept[name] = value;
      }
      return kept;
    },
  };
}
