import { audioFrameHeaderBytes, audioFramePayloadBytes } from '../contract/audio-frame.ts';
import { mulawSilence } from './mulaw.ts';

const frameBytes = audioFrameHeaderBytes + audioFramePayloadBytes;
const base64Chars = Math.ceil(audioFramePayloadBytes / 3) * 4;

/**
 * Cuts the carrier's payloads into agent frames: 160 bytes of sound behind room for a header, decoded in place.
 * Payloads of another size (they are seen behind tunnels) are joined and cut anew.
 */
export class PayloadCutter {
  #rest: Buffer = Buffer.alloc(0);

  /** Base64 text between two places of a message. */
  cut(message: Buffer, from: number, to: number): readonly Buffer[] {
    if (to - from === base64Chars && this.#rest.length === 0) {
      const frame = Buffer.allocUnsafe(frameBytes);
      const written = frame.write(message.toString('latin1', from, to), audioFrameHeaderBytes, 'base64');
      if (written === audioFramePayloadBytes) return [frame];
      return this.#join(frame.subarray(audioFrameHeaderBytes, audioFrameHeaderBytes + written));
    }
    return this.#join(Buffer.from(message.toString('latin1', from, to), 'base64'));
  }

  /** What is left over at the end, filled up with silence. */
  rest(): readonly Buffer[] {
    if (this.#rest.length === 0) return [];
    return this.#join(Buffer.alloc(audioFramePayloadBytes - this.#rest.length, mulawSilence));
  }

  #join(bytes: Buffer): readonly Buffer[] {
    const all = this.#rest.length === 0 ? bytes : Buffer.concat([this.#rest, bytes]);
    const frames: Buffer[] = [];
    let at = 0;
    for (; at + audioFramePayloadBytes <= all.length; at += audioFramePayloadBytes) {
      const frame = Buffer.allocUnsafe(frameBytes);
      all.copy(frame, audioFrameHeaderBytes, at, at + audioFramePayloadBytes);
      frames.push(frame);
    }
    this.#rest = Buffer.from(all.subarray(at));
    return frames;
  }
}
