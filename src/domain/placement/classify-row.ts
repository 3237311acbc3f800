import { isPhonePlaceholder, textAt, type CleanRow } from './cell-text.ts';
import type { SkipKind } from './codes.ts';
import type { ColumnPlan } from './column-plan.ts';

const totalWord = /^(?:合计|总计|小计|total|subtotal|grand total)/i;
const totalWithin = 3;
const noteAtMost = 2;

/** Which rows are no data: blank ones, totals, notes (R4). Null = a data row. */
export function classifyRow(row: CleanRow, plan: ColumnPlan): SkipKind | null {
  let filled = 0;
  let sawTotal = false;
  for (const text of row.texts) {
    if (text === '') continue;
    filled += 1;
    if (filled <= totalWithin && totalWord.test(text)) sawTotal = true;
    if (filled > totalWithin && !sawTotal) return null;
  }
  if (filled === 0) return 'blank';
  const hasPhone = plan.phones.some(({ column }) => {
    const text = textAt(row, column);

    return text !== '' && !isPhonePlaceholder(text);
  });
  if (hasPhone) return null;
  if (sawTotal) return 'total';
  const lacksKeys = textAt(row, plan.column('case_id')) === '' && textAt(row, plan.column('amount')) === '';

  return lacksKeys && filled <= noteAtMost ? 'note' : null;
}
