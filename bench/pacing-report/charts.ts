/** Small pictures for the report, without a library: what is drawn is a list of SVG elements. */

const ink = '#1f2937';
const faint = '#d1d5db';
const colours = ['#9ca3af', '#60a5fa', '#fbbf24', '#f97316', '#ef4444', '#059669'];

const text = (x: number, y: number, words: string, over = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${over}>${words}</text>`;

const frame = (width: number, height: number, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11" fill="${ink}">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');

export interface BarRow {
  readonly label: string;
  /** 0..1, one for each series; hollow: not allowed to be dialed so. */
  readonly bars: readonly { readonly value: number; readonly hollow: boolean }[];
}

export function barChart(title: string, series: readonly string[], rows: readonly BarRow[]): string {
  const left = 210;
  const right = 60;
  const width = 860;
  const barHeight = 8;
  const rowHeight = series.length * barHeight + 12;
  const top = 50;
  const scale = (value: number): number => left + value * (width - left - right);
  const height = top + rows.length * rowHeight + 20;
  const grid = [0, 0.25, 0.5, 0.75, 1].flatMap((value) => [
    `<line x1="${scale(value)}" x2="${scale(value)}" y1="${top - 6}" y2="${height - 18}" stroke="${faint}"/>`,
    text(scale(value), height - 4, `${100 * value} %`, 'text-anchor="middle"'),
  ]);
  const legend = series.map((name, index) => {
    const x = 10 + index * 140;
    return `<rect x="${x}" y="26" width="10" height="10" fill="${colours[index] ?? ink}"/>${text(x + 14, 35, name)}`;
  });
  const bars = rows.flatMap(({ label, bars: values }, row) => {
    const y = top + row * rowHeight;
    return [
      text(left - 8, y + rowHeight / 2, label, 'text-anchor="end"'),
      ...values.map(({ value, hollow }, index) => {
        const colour = colours[index] ?? ink;
        const paint = hollow ? `fill="none" stroke="${colour}"` : `fill="${colour}"`;
        const barWidth = (scale(value) - left).toFixed(1);
        return `<rect x="${left}" y="${y + index * barHeight}" width="${barWidth}" height="${barHeight - 2}" ${paint}/>`;
      }),
    ];
  });
  return frame(width, height, [text(10, 16, title, 'font-weight="bold"'), ...legend, ...grid, ...bars]);
}

export interface Line {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export function lineChart(
  title: string,
  axes: {
    readonly x: readonly [number, number];
    readonly y: readonly [number, number];
    readonly xName: string;
    readonly yName: string;
  },
  lines: readonly Line[],
): string {
  const [width, height, left, bottom, top] = [560, 340, 60, 50, 50];
  const x = (value: number): number => left + ((value - axes.x[0]) / (axes.x[1] - axes.x[0])) * (width - left - 20);
  const y = (value: number): number =>
    height - bottom - ((value - axes.y[0]) / (axes.y[1] - axes.y[0])) * (height - bottom - top);
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((part) => {
    const atX = axes.x[0] + part * (axes.x[1] - axes.x[0]);
    const atY = axes.y[0] + part * (axes.y[1] - axes.y[0]);
    const shown = (value: number): string => Number(value.toFixed(2)).toString();
    return [
      `<line x1="${left}" x2="${width - 20}" y1="${y(atY)}" y2="${y(atY)}" stroke="${faint}"/>`,
      text(left - 6, y(atY) + 4, shown(atY), 'text-anchor="end"'),
      text(x(atX), height - bottom + 16, shown(atX), 'text-anchor="middle"'),
    ];
  });
  const drawn = lines.flatMap(({ name, points }, index) => {
    const colour = colours[(index + 5) % colours.length] ?? ink;
    const path = points.map((point) => `${x(point.x).toFixed(1)},${y(point.y).toFixed(1)}`).join(' ');
    return [
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="1.5"/>`,
      `<rect x="${10 + index * 150}" y="26" width="10" height="10" fill="${colour}"/>`,
      text(24 + index * 150, 35, name),
    ];
  });
  return frame(width, height, [
    text(10, 16, title, 'font-weight="bold"'),
    ...ticks,
    ...drawn,
    text((left + width) / 2, height - 12, axes.xName, 'text-anchor="middle"'),
    text(10, top - 4, axes.yName, 'fill="#6b7280"'),
  ]);
}
