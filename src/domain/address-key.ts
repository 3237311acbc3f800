/** Words that are written out or shortened, by their shortest spelling. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/\bstreet\b/g, 'st'],
  [/\bavenue\b/g, 'ave'],
  [/\broad\b/g, 'rd'],
  [/\bboulevard\b/g, 'blvd'],
  [/\bdrive\b/g, 'dr'],
  [/\blane\b/g, 'ln'],
  [/\b(?:apartment|unit|suite|ste)\b/g, 'apt'],
  [/\bnorth\b/g, 'n'],
  [/\bsouth\b/g, 's'],
  [/\beast\b/g, 'e'],
  [/\bwest\b/g, 'w'],
];

const chineseDigits = '〇一二三四五六七八九';
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
  [/号楼|幢/g, '栋'],
];

/** R41: the same address over its spellings: widths, case, spaces, punctuation, digits, common words. */
export function addressKey(address: string): string {
  let text = address.normalize('NFKC').toLowerCase();
  for (const [from, to] of chineseSpellings) text = text.replace(from, to);
  text = text.replace(/[〇一二三四五六七八九](?=[号栋楼室单层〇一二三四五六七八九])/g, (digit) =>
    String(chineseDigits.indexOf(digit)),
  );
  text = text.replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const [from, to] of spellings) text = text.replace(from, to);
  return text.replace(/\s+/g, '');
}
