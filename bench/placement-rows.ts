/** Made-up rows of a Chinese placement: always the same ones, so that runs can be compared. Their numbers are random digits and must never be dialed. */
export const placementHeader = [
  '委案编号',
  '客户姓名',
  '身份证号',
  '卡号后四位',
  '委案金额',
  '币种',
  '逾期天数',
  '委案日期',
  '退案日期',
  '本人手机',
  '单位电话',
  '联系人1姓名',
  '联系人1关系',
  '联系人1电话',
  '亲属姓名',
  '亲属关系',
  '亲属电话',
  '家庭地址',
  '备注',
];

/** A small generator of even quality; the seed is the row. */
function dice(seed: number): (sides: number) => number {
  let state = Math.imul(seed + 1, 0x9e3779b1);

  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);

    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const pad = (value: number, size: number): string => String(value).padStart(size, '0');
const prefixes = ['131', '138', '150', '159', '176', '186', '199'];
const surnames = '赵钱孙李周吴郑王冯陈';
const given = '伟芳娜敏静丽强磊军洋';

export function placementLine(at: number): string {
  const roll = dice(at);
  const pick = (from: string): string => from.charAt(roll(from.length));
  const mobile = (): string => `${prefixes[roll(prefixes.length)]}${pad(roll(100_000_000), 8)}`;
  const name = (): string => pick(surnames) + pick(given) + pick(given);
  const work =
    roll(2) === 0 ? '' : `0755-2${pad(roll(10_000_000), 7)}${roll(4) === 0 ? `转${pad(roll(1000), 3)}` : ''}`;
  const own = roll(5) === 0 ? `${mobile()}/${mobile()}` : mobile();
  const amount = roll(50) === 0 ? '' : `${1 + roll(90_000)}.${pad(roll(100), 2)}`;

  return `${[
    `BENCH${pad(at, 8)}`,
    name(),
    `990${pad(roll(1_000_000_000), 9)}${pad(at % 1_000_000, 6)}`,
    pad(roll(10_000), 4),
    amount,
    'CNY',
    roll(900),
    `2026-11-${pad(1 + roll(20), 2)}`,
    '2027-05-31',
    own,
    work,
    name(),
    '同事',
    roll(20) === 0 ? `${mobile()}(空号)` : mobile(),
    name(),
    '父亲',
    roll(3) === 0 ? '' : mobile(),
    '广东省深圳市示例路1号',
    '',
  ].join(',')}\n`;
}
