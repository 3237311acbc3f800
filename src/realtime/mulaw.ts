/** G.711 mu-law, as the carrier speaks it. Silence is 0xff. */
export const mulawSilence = 0xff;

const bias = 0x84;
const clip = 32_635;

const decodeByte = (code: number): number => {
  const inverted = ~code & 0xff;
  const magnitude = (((inverted & 0x0f) << 3) + bias) << ((inverted & 0x70) >> 4);
  return inverted & 0x80 ? bias - magnitude : magnitude - bias;
};

/** Mu-law byte to 16 bit sample. */
export const mulawToPcm: Int16Array = Int16Array.from({ length: 256 }, (_, code) => decodeByte(code));

export function pcmToMulaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(Math.round(sample)), clip) + bias;
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** About -50 dBFS: room noise and line hum, no speech. */
const quietPeak = 120;
const sampleEvery = 4;

/** True when dropping the frame would not be heard as a missing word. */
export function isQuiet(frame: Uint8Array): boolean {
  for (let i = 0; i < frame.length; i += sampleEvery) {
    const pcm = mulawToPcm[frame[i] ?? mulawSilence] ?? 0;
    if (pcm > quietPeak || pcm < -quietPeak) return false;
  }
  return true;
}
