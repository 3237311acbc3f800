/**
 * A media message arrives fifty times a second and call. Parsing it as JSON costs more than everything else done with it,
 * so its few fixed words are looked up in the bytes. Whatever does not look exactly like it is left to the parser.
 */
const opening = Buffer.from('{"event":"media",');
const inboundMark = Buffer.from('"track":"inbound"');
const timestampMark = Buffer.from('"timestamp":"');
const payloadMark = Buffer.from('"payload":"');
const quote = 0x22;
const backslash = 0x5c;

export interface MediaSpan {
  /** Ms since the stream began, by the carrier's clock. */
  readonly timestampMs: number;
  /** Where the base64 text stands in the message. */
  readonly from: number;
  readonly to: number;
}

/** Null: not an inbound media message in the usual shape. */
export function scanMediaMessage(message: Buffer): MediaSpan | null {
  if (message.length < opening.length || message.compare(opening, 0, opening.length, 0, opening.length) !== 0)
    return null;
  if (message.indexOf(inboundMark, opening.length) < 0) return null;
  const mark = message.indexOf(payloadMark, opening.length);
  if (mark < 0) return null;
  const from = mark + payloadMark.length;
  const to = message.indexOf(quote, from);
  if (to < 0) return null;
  const timestampMs = scanTimestamp(message);
  if (timestampMs < 0) return null;
  // An escaped slash is legal JSON and would not be legal base64.
  const escape = message.indexOf(backslash, from);
  if (escape >= 0 && escape < to) return null;
  return { timestampMs, from, to };
}

function scanTimestamp(message: Buffer): number {
  const mark = message.indexOf(timestampMark, opening.length);
  if (mark < 0) return -1;
  let value = 0;
  let at = mark + timestampMark.length;
  for (; at < message.length; at++) {
    const digit = (message[at] ?? 0) - 0x30;
    if (digit < 0 || digit > 9) break;
    value = value * 10 + digit;
  }
  return message[at] === quote && at > mark + timestampMark.length ? value : -1;
}
