import { cellAt, textAt, type CleanCell, type CleanRow } from './cell-text.ts';
import type { ColumnPlan } from './column-plan.ts';
import type { Field } from './header-names.ts';

/** A clean row asked by field instead of by column; a field without a column is blank. */
export class RowFields {
  readonly #row: CleanRow;
  readonly #plan: ColumnPlan;

  constructor(row: CleanRow, plan: ColumnPlan) {
    this.#row = row;
    this.#plan = plan;
  }

  text(field: Field): string {
    return textAt(this.#row, this.#plan.column(field));
  }

  cell(field: Field): CleanCell {
    return cellAt(this.#row, this.#plan.column(field));
  }
}
