const letters = 26;
const firstLetter = 0x41;

/** What a spreadsheet calls the column with this 0-based index: A, Z, AA. */
export function columnName(column: number): string {
  const rest = Math.floor(column / letters);

  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(firstLetter + (column % letters));
}
