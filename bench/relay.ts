import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { percentile, table, type RelayFigures } from './relay/figures.ts';
import { RelayLoad } from './relay/load.ts';

/**
 * Two-way calls through the bridge, recording included, beside a bare relay that parses JSON and passes frames on.
 * `npm run bench:relay -- 50 100 200` sets the loads; callers and agents run in this process, the relay in its own.
 */
const warmUpMs = 2_000;
const measureMs = 8_000;
const loads = process.argv
  .slice(2)
  .map(Number)
  .filter((calls) => calls > 0);
const serve = fileURLToPath(new URL('./relay/serve.ts', import.meta.url));

async function answerOf<T>(child: ChildProcess, ask?: string): Promise<T> {
  const answer = once(child, 'message') as Promise<[T]>;
  if (ask !== undefined) child.send(ask);
  return (await answer)[0];
}

async function measure(relay: 'bridge' | 'bare', calls: number): Promise<RelayFigures> {
  const child = fork(serve, [relay], { execArgv: ['--import', 'tsx'] });
  try {
    const { port } = await answerOf<{ port: number }>(child);
    const load = new RelayLoad(port);
    await load.open(calls);
    const before = await answerOf<{ cpuMicros: number }>(child, 'cpu');
    const startedAt = performance.now();
    const { latencies, delivered } = await load.talk(warmUpMs, measureMs);
    const after = await answerOf<{ cpuMicros: number }>(child, 'cpu');
    const tookMs = performance.now() - startedAt;
    load.close();
    return {
      relay,
      calls,
      p50Ms: percentile(latencies, 0.5),
      p99Ms: percentile(latencies, 0.99),
      delivered,
      cores: (after.cpuMicros - before.cpuMicros) / 1_000 / tookMs,
    };
  } finally {
    child.disconnect();
    await once(child, 'exit');
  }
}

const rows: RelayFigures[] = [];
for (const calls of loads.length > 0 ? loads : [50, 100, 200]) {
  for (const relay of ['bare', 'bridge'] as const) {
    console.error(`${relay}, ${calls} calls …`);
    rows.push(await measure(relay, calls));
  }
}
console.log(table(rows));
