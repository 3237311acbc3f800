import { z } from 'zod';

const digits = z.string().regex(/^\d{1,15}$/);
const streamSid = z.string().regex(/^MZ[0-9a-fA-F]{32}$/);

/** What the carrier says on a media stream. Unknown fields may appear without notice and are dropped. */
export const carrierMessage = z.discriminatedUnion('event', [
  z.object({ event: z.literal('connected'), protocol: z.string() }),
  z.object({
    event: z.literal('start'),
    streamSid,
    start: z.object({
      callSid: z.string().regex(/^CA[0-9a-fA-F]{32}$/),
      tracks: z.array(z.string()),
      mediaFormat: z.object({
        encoding: z.literal('audio/x-mulaw'),
        sampleRate: z.coerce.number().pipe(z.literal(8000)),
        channels: z.coerce.number().pipe(z.literal(1)),
      }),
    }),
  }),
  z.object({
    event: z.literal('media'),
    streamSid: streamSid.optional(),
    media: z.object({ track: z.string(), timestamp: digits, payload: z.base64() }),
  }),
  z.object({ event: z.literal('dtmf'), dtmf: z.object({ digit: z.string().max(1) }) }),
  z.object({ event: z.literal('mark'), mark: z.object({ name: z.string().max(200) }) }),
  z.object({ event: z.literal('stop') }),
]);
export type CarrierMessage = z.infer<typeof carrierMessage>;

export function parseCarrierMessage(text: string): CarrierMessage | null {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = carrierMessage.safeParse(raw);
  return parsed.success ? parsed.data : null;
}
