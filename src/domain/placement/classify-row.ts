import { isPhonePlaceholder, type CleanCell } from './cell-text.ts';
import type { SkipKind } from './codes.ts';
import type { ColumnPlan } from './column-plan.ts';

const totalWord = /^(?:合计|总计|小计|total|subtotal|grand total)/i;
const totalWithin = 3;
const noteAtMost = 2;

/** Which rows are no data: blank ones, totals, notes (R4). Null = a data row. */
export function classifyRow(cells: readonly CleanCell[], plan: ColumnPlan): SkipKind | null {
  let filled = 0;
  let sawTotal = false;
  for (const cell of cells) {
    if (cell.text === '') continue;
    filled += 1;
    if (filled <= totalWithin && totalWord.test(cell.text)) sawTotal = true;
    if (filled > totalWithin && !sawTotal) return null;
  }
  if (filled === 0) return 'blank';
  const hasPhone = plan.phones.some(({ column }) => {
    const text = cells[column]?.text ?? '';

    return text !== '' && !isPhonePlaceholder(text);
  });
  if (hasPhone) return null;
  if (sawTotal) return 'total';
  const lacksKeys = textAt(cells, plan.column('case_id')) === '' && textAt(cells, plan.column('amount')) === '';

  return lacksKeys && filled <= noteAtMost ? 'note' : null;
}

const textAt = (cells: readonly CleanCell[], column: number): string => cells[column]?.text ?? '';
