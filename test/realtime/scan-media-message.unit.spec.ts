import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCarrierMessage } from '../../src/realtime/carrier-message.ts';
import { PayloadCutter } from '../../src/realtime/media-payload.ts';
import { scanMediaMessage } from '../../src/realtime/scan-media-message.ts';

const sid = `MZ${'0'.repeat(32)}`;
const payload = Buffer.alloc(160, 7).toString('base64');
const media = { track: 'inbound', chunk: '2', timestamp: '40', payload };
const text = (message: unknown): Buffer => Buffer.from(JSON.stringify(message));
const found = (message: Buffer): string | null => {
  const span = scanMediaMessage(message);
  return span === null ? null : `${span.timestampMs} ${message.toString('latin1', span.from, span.to)}`;
};

describe('media messages', () => {
  it.each([
    ['[RT-12] the documented order', { event: 'media', sequenceNumber: '3', streamSid: sid, media }],
    ['[RT-12] the order seen on live lines', { event: 'media', sequenceNumber: '3', media, streamSid: sid }],
    ['[RT-12] fields in another order', { event: 'media', media: { payload, timestamp: '40', track: 'inbound' } }],
  ])('%s is scanned without parsing', (_, message) => {
    expect(found(text(message))).toBe(`40 ${payload}`);
  });

  it.each([
    ['[RT-12] the other track', text({ event: 'media', streamSid: sid, media: { ...media, track: 'outbound' } })],
    ['[RT-12] spaces between the words', Buffer.from(`{ "event": "media", "media": ${JSON.stringify(media)} }`)],
    [
      '[RT-12] an escaped slash in the payload',
      Buffer.from(text({ event: 'media', media }).toString().replace('BwcH', '\\/cH')),
    ],
    ['[RT-12] a timestamp that is no number', text({ event: 'media', media: { ...media, timestamp: '4x' } })],
    ['[RT-12] no payload', text({ event: 'media', media: { track: 'inbound', timestamp: '4' } })],
    ['[RT-12] cut off', text({ event: 'media', media }).subarray(0, 150)],
    ['[RT-12] another event', text({ event: 'mark', mark: { name: '"payload":"' } })],
    ['[RT-12] nothing', Buffer.alloc(0)],
  ])('%s is left to the parser', (_, message) => {
    expect(scanMediaMessage(message)).toBeNull();
  });

  it('[RT-12] scanning says what parsing says, whatever the message', () => {
    const anything = fc.record({
      track: fc.constantFrom('inbound', 'outbound'),
      timestamp: fc.nat().map(String),
      chunk: fc.nat().map(String),
      payload: fc.uint8Array({ minLength: 0, maxLength: 400 }).map((bytes) => Buffer.from(bytes).toString('base64')),
    });
    fc.assert(
      fc.property(anything, (one) => {
        const message = text({ event: 'media', sequenceNumber: '9', streamSid: sid, media: one });
        const parsed = parseCarrierMessage(message.toString());
        expect(parsed).toMatchObject({ event: 'media', media: { payload: one.payload } });
        expect(found(message)).toBe(one.track === 'inbound' ? `${Number(one.timestamp)} ${one.payload}` : null);
      }),
    );
  });

  it('[RT-12] what the parser does not know is null, never an exception', () => {
    for (const odd of ['', '{', '[]', '{"event":"transfer"}', '{"event":"start","streamSid":"x"}', '7']) {
      expect(parseCarrierMessage(odd)).toBeNull();
    }
  });
});

describe('payloads', () => {
  it('[RT-13] payloads of any sizes come out as whole frames in order, nothing lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.uint8Array({ minLength: 1, maxLength: 500 }), { minLength: 1, maxLength: 12 }),
        (parts) => {
          const cutter = new PayloadCutter();
          const frames = parts.flatMap((part) => {
            const base64 = Buffer.from(Buffer.from(part).toString('base64'), 'latin1');
            return [...cutter.cut(base64, 0, base64.length)];
          });
          frames.push(...cutter.rest());
          const whole = Buffer.concat(parts);
          const out = Buffer.concat(frames.map((frame) => frame.subarray(8)));
          expect(frames.every((frame) => frame.length === 168)).toBe(true);
          expect(out.subarray(0, whole.length).equals(whole)).toBe(true);
          expect(out.subarray(whole.length).every((byte) => byte === 0xff)).toBe(true);
          expect(out.length - whole.length).toBeLessThan(160);
        },
      ),
    );
  });
});
