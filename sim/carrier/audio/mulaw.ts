const BIAS = 0x84;
const CLIP = 32635;

function encodeSample(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(CLIP, Math.abs(sample)) + BIAS;
  let exponent = 7;
  for (let mask = 0x4000; (magnitude & mask) === 0 && exponent > 0; mask >>= 1) exponent -= 1;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

function decodeByte(byte: number): number {
  const bits = ~byte & 0xff;
  const exponent = (bits >> 4) & 0x07;
  const magnitude = (((bits & 0x0f) << 3) + BIAS) << exponent;
  return bits & 0x80 ? BIAS - magnitude : magnitude - BIAS;
}

const ENCODED = Uint8Array.from({ length: 65_536 }, (_, index) => encodeSample(index - 32_768));
const DECODED = Int16Array.from({ length: 256 }, (_, byte) => decodeByte(byte));

export function encodeMulaw(pcm: Int16Array): Uint8Array {
  const bytes = new Uint8Array(pcm.length);
  for (let index = 0; index < pcm.length; index += 1) bytes[index] = ENCODED[(pcm[index] ?? 0) + 32_768] ?? 0xff;
  return bytes;
}

export function decodeMulaw(bytes: Uint8Array): Int16Array {
  const pcm = new Int16Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) pcm[index] = DECODED[bytes[index] ?? 0xff] ?? 0;
  return pcm;
}

/** A-law is only met in files given to `<Play>`. */
export function decodeAlaw(bytes: Uint8Array): Int16Array {
  return Int16Array.from(bytes, (byte) => {
    const bits = byte ^ 0x55;
    const exponent = (bits >> 4) & 0x07;
    const base = ((bits & 0x0f) << 4) + 8;
    const magnitude = exponent === 0 ? base : (base + 0x100) << (exponent - 1);
    return bits & 0x80 ? magnitude : -magnitude;
  });
}
