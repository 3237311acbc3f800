/** G.711 mu-law, as carriers send it: 8 bits per sample, about 14 bits of range. */

const bias = 0x84;
const clip = 32_635;

const decodeSample = (byte: number): number => {
  const code = ~byte & 0xff;
  const magnitude = (((code & 0x0f) << 3) + bias) << ((code >> 4) & 0x07);
  return (code & 0x80 ? bias - magnitude : magnitude - bias) / 32_768;
};

const decodeTable = Float32Array.from({ length: 256 }, (_, byte) => decodeSample(byte));

export function decodeMuLaw(bytes: Uint8Array, out: Float32Array): void {
  for (let i = 0; i < bytes.length; i += 1) out[i] = decodeTable[bytes[i] ?? 0xff] ?? 0;
}

const encodeSample = (sample: number): number => {
  const linear = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
  const sign = linear < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(linear), clip) + bias;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
};

export function encodeMuLaw(samples: Float32Array, out: Uint8Array): void {
  for (let i = 0; i < samples.length; i += 1) out[i] = encodeSample(samples[i] ?? 0);
}
