/** Words that are written out or shortened, by their shortest spelling. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bstreet\b/g, 'st'],
  [/\bavenue\b/g, 'ave'],
  [/\broad\b/g, 'rd'],
  [/\bboulevard\b/g, 'blvd'],
  [/\bdrive\b/g, 'dr'],
  [/\blane\b/g, 'ln'],
  [/\bcourt\b/g, 'ct'],
  [/\bplace\b/g, 'pl'],
  [/\bsquare\b/g, 'sq'],
  [/\bterrace\b/g, 'ter'],
  [/\bparkway\b/g, 'pkwy'],
  [/\bhighway\b/g, 'hwy'],
  [/\bbuilding\b/g, 'bldg'],
  [/\bfloor\b/g, 'fl'],
  [/\b(?:apartment|unit|suite|ste|flat)\b/g, 'apt'],
  [/\bnorth\b/g, 'n'],
  [/\bsouth\b/g, 's'],
  [/\beast\b/g, 'e'],
  [/\bwest\b/g, 'w'],
];

const chineseDigits = '〇一二三四五六七八九';
const chineseTens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000 };
/** What a number is counted in, in an address. */
const units = '号栋楼室单层座弄巷组队';
const numerals = new RegExp(`[${chineseDigits}两十百千]+(?=[${units}])`, 'g');

/** 十二 and 一百零五 by their value, 一二〇五 digit by digit. */
function numeralValue(text: string): string {
  const digitOf = (sign: string): number => chineseDigits.indexOf(sign === '两' ? '二' : sign);
  if (!/[十百千]/.test(text)) return [...text].map(digitOf).join('');
  let total = 0;
  let digit: number | null = null;
  for (const sign of text) {
    const tens = chineseTens[sign];
    if (tens === undefined) {
      digit = digitOf(sign);
      continue;
    }
    total += (digit ?? 1) * tens;
    digit = null;
  }
  return String(total + (digit ?? 0));
}

/** Signs that people write or leave out, and the traditional forms of the common ones. */
const chineseSpellings: readonly (readonly [RegExp, string])[] = [
  [/[零○]/g, '〇'],
  [/號/g, '号'],
  [/樓/g, '楼'],
  [/棟/g, '栋'],
  [/單/g, '单'],
  [/區/g, '区'],
  [/縣/g, '县'],
  [/鄉/g, '乡'],
  [/鎮/g, '镇'],
  [/東/g, '东'],
  [/廣/g, '广'],
  [/門/g, '门'],
  [/灣/g, '湾'],
  [/園/g, '园'],
  [/莊/g, '庄'],
  [/層/g, '层'],
  [/組/g, '组'],
  [/隊/g, '队'],
  [/号楼|幢/g, '栋'],
];

/** R41: the same address over its spellings: widths, case, spaces, punctuation, numerals, common words. */
export function addressKey(address: string): string {
  let text = address.normalize('NFKC').toLowerCase();
  for (const [from, to] of chineseSpellings) text = text.replace(from, to);
  text = text.replace(numerals, numeralValue);
  text = text.replace(/#\s*(?=\d)/g, ' apt ');
  text = text.replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const [from, to] of spellings) text = text.replace(from, to);
  return text.replace(/\s+/g, '');
}
