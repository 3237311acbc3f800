import { z } from 'zod';

/** Everything a server may send on a bidirectional stream; a field too many is as wrong as one too few. */
const messageSchema = z.discriminatedUnion('event', [
  z.strictObject({
    event: z.literal('media'),
    streamSid: z.string(),
    media: z.strictObject({
      payload: z.string().regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
    }),
  }),
  z.strictObject({ event: z.literal('mark'), streamSid: z.string(), mark: z.strictObject({ name: z.string() }) }),
  z.strictObject({ event: z.literal('clear'), streamSid: z.string() }),
]);

export type ServerMessage = z.infer<typeof messageSchema>;

export type ReadMessage = { ok: true; message: ServerMessage } | { ok: false; code: 31950 | 31951; because: string };

export function readMessage(data: Buffer, isBinary: boolean, streamSid: string): ReadMessage {
  if (isBinary) return { ok: false, code: 31950, because: 'binary frame' };
  let json: unknown;
  try {
    json = JSON.parse(data.toString('utf8'));
  } catch {
    return { ok: false, code: 31950, because: 'not JSON' };
  }
  // The common case, tens of thousands of times a second, is recognised without the schema.
  const quick = quickMedia(json, streamSid);
  if (quick) return { ok: true, message: quick };
  const parsed = messageSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { ok: false, code: 31951, because: issue ? `${issue.path.join('.')}: ${issue.message}` : 'invalid message' };
  }
  if (parsed.data.streamSid !== streamSid) return { ok: false, code: 31951, because: 'streamSid is of another stream' };
  return { ok: true, message: parsed.data };
}

/** 160 bytes, 20 ms: the frame nearly everybody sends. */
const PLAIN_FRAME = /^[A-Za-z0-9+/]{214}==$/;

function quickMedia(json: unknown, streamSid: string): ServerMessage | null {
  if (typeof json !== 'object' || json === null) return null;
  const { event, streamSid: sid, media, ...rest } = json as Record<string, unknown>;
  if (event !== 'media' || sid !== streamSid || Object.keys(rest).length > 0) return null;
  if (typeof media !== 'object' || media === null) return null;
  const { payload, ...more } = media as Record<string, unknown>;
  if (typeof payload !== 'string' || Object.keys(more).length > 0 || !PLAIN_FRAME.test(payload)) return null;
  return { event: 'media', streamSid, media: { payload } };
}
