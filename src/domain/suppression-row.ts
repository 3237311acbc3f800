import { cellAt, cleanRow, textAt, type CellFindings, type RawCell } from './placement/cell-text.ts';
import { headerTexts, type IsHeaderRow } from './placement/find-header.ts';
import type { JudgeNumber } from './placement/judge-number.ts';
import { parseDate, type DateSystem } from './placement/parse-date.ts';
import { suggestProfile } from './placement/profile.ts';
import { readPhoneCell } from './placement/read-phone-cell.ts';
import type { LocalDate } from './vocabulary.ts';

const suppressionFields = ['number', 'reason', 'source', 'expires_on'] as const;
export type SuppressionField = (typeof suppressionFields)[number];

const names: Readonly<Record<SuppressionField, string>> = {
  number: '号码|电话|电话号码|手机号|手机号码|Number|Phone|Phone Number|Telephone|Mobile|E164|DNC',
  reason: '原因|理由|Reason|Note',
  source: '来源|名单来源|Source|List',
  expires_on: '到期日|有效期至|失效日期|Expires|Expires On|Expiry|Until|Valid Until',
};
const squeeze = (header: string): string => header.replace(/[\s_-]+/g, '').toLowerCase();
const byName = new Map<string, SuppressionField>(
  suppressionFields.flatMap((field) =>
    names[field].split('|').map((name): [string, SuppressionField] => [squeeze(name), field]),
  ),
);

export type SuppressionColumns = Readonly<Partial<Record<SuppressionField, number>>>;

export function suppressionColumns(headers: readonly string[]): SuppressionColumns {
  const columns: Partial<Record<SuppressionField, number>> = {};
  for (const [at, header] of headers.entries()) {
    const field = byName.get(squeeze(header));
    if (field !== undefined) columns[field] ??= at;
  }
  return columns;
}

/** One known name is enough: many lists have the numbers and nothing else. */
export const isSuppressionHeader: IsHeaderRow = (cells) => suppressionColumns(headerTexts(cells)).number !== undefined;

export interface SuppressionLine {
  readonly e164: string;
  /** Empty: as said for the whole file. */
  readonly reason: string;
  readonly source: string;
  readonly expiresOn: LocalDate | null;
}

export interface RowFault {
  readonly field: SuppressionField;
  readonly rule: string;
  readonly remedy: string;
}

export type SuppressionLineRead =
  | { readonly kind: 'blank' }
  | { readonly kind: 'line'; readonly line: SuppressionLine }
  | { readonly kind: 'rejected'; readonly faults: readonly RowFault[] };

const fault = (field: SuppressionField, rule: string, remedy: string): RowFault => ({ field, rule, remedy });
export const longestReason = 500;
export const longestSource = 120;

/** One row of a list: a number with what is said of it, or all that keeps it from being one. */
export function readSuppressionLine(
  cells: readonly RawCell[],
  columns: SuppressionColumns,
  given: {
    readonly headers: readonly string[];
    readonly dateSystem: DateSystem;
    readonly country: string;
    readonly judge: JudgeNumber;
    readonly today: LocalDate;
  },
): SuppressionLineRead {
  const findings: CellFindings = { error: false, controlChars: false, tooLong: false };
  const row = cleanRow(cells, findings);
  if (row.texts.every((text) => text === '')) return { kind: 'blank' };
  const at = (field: SuppressionField) =>
    columns[field] === undefined ? { text: '', number: null } : cellAt(row, columns[field]);
  const text = (field: SuppressionField): string => (columns[field] === undefined ? '' : textAt(row, columns[field]));
  const faults: RowFault[] = [];

  const { country, judge } = given;
  const read = readPhoneCell(at('number'), 'contact', { country, judge, areaCode: () => null });
  const [number, second] = read.numbers;
  const [refused] = read.rejected;
  if (refused !== undefined) {
    faults.push(fault('number', refused.reason, 'Write the number with + and country code, as text.'));
  } else if (number === undefined) {
    faults.push(fault('number', 'number_missing', 'Give a number in this row, or take the row out.'));
  } else if (second !== undefined) {
    faults.push(fault('number', 'several_numbers', 'Give each number a row of its own.'));
  }
  const reason = text('reason');
  const source = text('source');
  if (reason.length > longestReason) faults.push(fault('reason', 'too_long', `At most ${longestReason} signs.`));
  if (source.length > longestSource) faults.push(fault('source', 'too_long', `At most ${longestSource} signs.`));
  const expiresOn =
    text('expires_on') === ''
      ? null
      : parseDate(at('expires_on'), suggestProfile(given.headers).dateOrder, given.dateSystem);
  if (expiresOn === null && text('expires_on') !== '') {
    faults.push(fault('expires_on', 'date_invalid', 'Write the day as YYYY-MM-DD, or leave it empty.'));
  } else if (expiresOn !== null && expiresOn < given.today) {
    faults.push(fault('expires_on', 'past', 'The day is over: leave the row out, or give a later day.'));
  }
  if (faults.length > 0 || number === undefined) return { kind: 'rejected', faults };
  return { kind: 'line', line: { e164: number.e164, reason, source, expiresOn } };
}
