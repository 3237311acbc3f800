import { z } from 'zod';

/**
 * Text messages on the audio socket `/ws/audio` (binary messages are audio frames).
 * The socket lives from sign-in to sign-out; a call only opens and closes a leg on it.
 */

/** Why the server closed the socket for good; the page does not come back by itself. */
export const audioCloseCodes = {
  replaced: 4001,
  silent: 4002,
  sessionEnded: 4003,
  notAllowed: 4403,
  callOver: 4404,
} as const;

/** `/ws/listen/:attemptId`: the same messages and frames, one way: both voices of a live call, mixed. */
export const listenSocketPath = '/ws/listen';

export const audioServerMessage = z.discriminatedUnion('type', [
  /** First message of the server. `resume` names a call that goes on over this socket (reload, network drop). */
  z.object({ type: z.literal('welcome'), userId: z.string(), resume: z.string().nullable(), probeEveryMs: z.number() }),
  /** Proof of life: answer at once with the same nonce. */
  z.object({ type: z.literal('probe'), nonce: z.string() }),
  z.object({ type: z.literal('leg-open'), attemptId: z.string() }),
  z.object({ type: z.literal('leg-closed'), attemptId: z.string() }),
  /** Another window took the seat; this one must not reconnect on its own. */
  z.object({ type: z.literal('replaced') }),
]);
export type AudioServerMessage = z.infer<typeof audioServerMessage>;

/** Measured in the page since the previous report. */
export const audioStats = z.object({
  received: z.number().int().nonnegative(),
  lost: z.number().int().nonnegative(),
  late: z.number().int().nonnegative(),
  underruns: z.number().int().nonnegative(),
  bufferMs: z.number().nonnegative(),
  jitterMs: z.number().nonnegative(),
  rttMs: z.number().nonnegative().nullable(),
});
export type AudioStats = z.infer<typeof audioStats>;

export const audioClientMessage = z.discriminatedUnion('type', [
  z.object({ type: z.literal('hello'), clientVersion: z.literal(1), tabId: z.string().max(64) }),
  /** Answer to a probe: the audio clock runs and the microphone is live. */
  z.object({
    type: z.literal('probe-reply'),
    nonce: z.string().max(64),
    audioClockRunning: z.boolean(),
    microphoneLive: z.boolean(),
  }),
  z.object({ type: z.literal('stats'), stats: audioStats }),
]);
export type AudioClientMessage = z.infer<typeof audioClientMessage>;
