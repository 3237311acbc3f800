/** What is printed for one relay at one load. */
export interface RelayFigures {
  readonly relay: string;
  readonly calls: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** Share of the frames sent that arrived. */
  readonly delivered: number;
  /** Processor time of the relay's process per second: 1 is a whole core. */
  readonly cores: number;
}

export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function table(rows: readonly RelayFigures[]): string {
  const head = ['relay', 'calls', 'p50 ms', 'p99 ms', 'delivered', 'cores'];
  const body = rows.map((row) => [
    row.relay,
    String(row.calls),
    row.p50Ms.toFixed(2),
    row.p99Ms.toFixed(2),
    `${(row.delivered * 100).toFixed(2)} %`,
    row.cores.toFixed(2),
  ]);
  const widths = head.map((name, at) => Math.max(name.length, ...body.map((row) => row[at]?.length ?? 0)));
  return [head, ...body].map((row) => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  ')).join('\n');
}
