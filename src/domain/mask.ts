/** Country calling codes of two digits; 1 and 7 have one, all others three (ITU E.164 list). */
const twoDigitCodes = new Set(
  (
    '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 ' +
    '81 82 84 86 90 91 92 93 94 95 98'
  ).split(' '),
);

function countryCodeLength(digits: string): number {
  if (digits.startsWith('1') || digits.startsWith('7')) return 1;
  return twoDigitCodes.has(digits.slice(0, 2)) ? 2 : 3;
}

/** `+8613812345678` becomes `+86 138****5678`: four digits at least stay hidden. */
export function maskNumber(e164: string): string {
  const digits = e164.startsWith('+') ? e164.slice(1) : e164;
  const codeLength = countryCodeLength(digits);
  const code = digits.slice(0, codeLength);
  const national = digits.slice(codeLength);
  if (national.length < 9) {
    const shown = Math.min(2, Math.max(0, national.length - 4));
    return `+${code} ****${shown === 0 ? '' : national.slice(-shown)}`;
  }
  return `+${code} ${national.slice(0, Math.min(3, national.length - 8))}****${national.slice(-4)}`;
}

/** The first sign of a name, for screens that everybody in the room can read. */
export const maskName = (name: string): string => `${[...name.trim()][0] ?? ''}***`;

/** The last four signs of a reference; a short one shows no more than its half. */
export function maskReference(ref: string): string {
  const signs = [...ref];
  return `…${signs.slice(signs.length - Math.min(4, Math.floor(signs.length / 2))).join('')}`;
}
