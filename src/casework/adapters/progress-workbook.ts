import type { ProgressReport, ProgressRow } from '../../contract/progress.ts';
import { sheetFoot, sheetHead, sheetRow, workbookParts, type SheetCell } from './workbook-parts.ts';
import { zipped } from './zip-stream.ts';

type Language = 'zh-CN' | 'en';

const words: Readonly<Record<Language, { readonly sheet: string; readonly total: string; readonly none: string }>> = {
  en: { sheet: 'Progress', total: 'Total', none: 'None' },
  'zh-CN': { sheet: '进度', total: '合计', none: '无' },
};

const share = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part / whole) * 10_000) / 10_000;

/** Column by column: its name in both languages and its value. */
const columns: readonly (readonly [string, string, (row: ProgressRow) => SheetCell])[] = [
  ['Accounts', '户数', (row) => row.accounts],
  ['Goal', '目标户数', (row) => row.goal],
  ['Days met', '达标天数', (row) => row.daysMet],
  ['Attempts', '拨打次数', (row) => row.attempts],
  ['Debtor reached', '接触本人', (row) => row.rightParty],
  ['Contact rate', '接触率', (row) => share(row.rightParty, row.attempts)],
  ['Cases touched', '触达案件', (row) => row.touched],
  ['Open cases', '在催案件', (row) => row.open],
  ['Penetration', '覆盖率', (row) => share(row.touchedOpen, row.open)],
  ['Due, not touched', '到期未跟进', (row) => row.dueLeft],
  ['Coverage of due', '到期跟进率', (row) => share(row.touched, row.touched + row.dueLeft)],
  ['Overdue', '逾期未跟进', (row) => row.overdue],
  ['Excused', '顺延', (row) => row.excused],
  ['Waiting', '等待中', (row) => row.waiting],
  ['Stopped', '停催', (row) => row.stopped],
  ['Nobody’s', '无归属', (row) => row.unowned],
  ['Promises due', '到期承诺', (row) => row.promisesDue],
  ['Promises kept', '已兑现', (row) => row.promisesKept],
  ['Promises broken', '跳票', (row) => row.promisesBroken],
  ['Kept rate', '兑现率', (row) => share(row.promisesKept, row.promisesKept + row.promisesBroken)],
];

/** A name that begins like a formula is text, also once the sheet was saved as CSV and opened again. */
export const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

async function* sheet(report: ProgressReport, language: Language): AsyncGenerator<string> {
  const { total, none } = words[language];
  const line = (name: string, row: ProgressRow): SheetCell[] => [
    neutral(name),
    ...columns.map(([, , value]) => value(row)),
  ];
  yield sheetHead;
  yield sheetRow(1, [`${report.from} - ${report.to}`, ...columns.map(([en, zh]) => (language === 'en' ? en : zh))]);
  let at = 1;
  for (const row of report.rows) yield sheetRow((at += 1), line(row.name ?? none, row));
  yield sheetRow(at + 1, line(total, report.total));
  yield sheetFoot;
}

/** The report as a workbook, written while it is sent. */
export const progressWorkbook = (report: ProgressReport, language: Language): AsyncIterable<Buffer> =>
  zipped(workbookParts([{ name: words[language].sheet, content: sheet(report, language) }]));
