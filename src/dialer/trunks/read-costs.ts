import type { TrunkCostRow, TrunkCosts } from '../../contract/trunk-cost.ts';
import { unitsOf } from '../../domain/call-cost.ts';
import { addDays, startOfLocalDate } from '../../domain/zoned-time.ts';
import type { LocalDate, Instant } from '../../domain/vocabulary.ts';
import type { TableCell } from '../ports.ts';

export interface CostBook {
  /** The agency's. */
  zone(): Promise<string>;
  rows(from: Instant, before: Instant): Promise<readonly TrunkCostRow[]>;
}

export type ReadCosts = (from: LocalDate, to: LocalDate) => Promise<TrunkCosts>;

export function makeReadCosts(book: CostBook): ReadCosts {
  return async (from, to) => {
    const zone = await book.zone();
    const rows = await book.rows(startOfLocalDate(from, zone), startOfLocalDate(addDays(to, 1), zone));
    const currencies = [...new Set(rows.map(({ currency }) => currency))];
    const totals = currencies.map((currency) => {
      const of = rows.filter((row) => row.currency === currency);
      const sum = (figure: 'calls' | 'answered' | 'minutes' | 'micros' | 'unpriced'): number =>
        of.reduce((total, row) => total + row[figure], 0);
      return {
        currency,
        calls: sum('calls'),
        answered: sum('answered'),
        minutes: sum('minutes'),
        micros: sum('micros'),
        unpriced: sum('unpriced'),
      };
    });
    return { from, to, rows: [...rows], totals };
  };
}

type Language = 'zh-CN' | 'en';
const words: Readonly<Record<Language, readonly string[]>> = {
  en: ['Day', 'Trunk', 'Campaign', 'Calls', 'Answered', 'Minutes', 'Cost', 'Currency', 'Without a price'],
  'zh-CN': ['日期', '中继', '活动', '呼叫数', '接通数', '计费分钟', '费用', '币种', '无价格的接通数'],
};
/** Finer than any currency's smallest coin: a minute may cost less than one. */
const placesOfCost = 4;

export const costTable = ({ rows }: TrunkCosts, language: Language): readonly (readonly TableCell[])[] => [
  words[language],
  ...rows.map(({ day, trunk, campaign, calls, answered, minutes, micros, currency, unpriced }) => [
    day,
    trunk,
    campaign,
    calls,
    answered,
    minutes,
    currency === null ? null : unitsOf(micros, placesOfCost),
    currency,
    unpriced,
  ]),
];
