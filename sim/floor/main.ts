import { parseArgs } from 'node:util';
import { startFloor } from './floor.ts';

/** `npx tsx sim/floor/main.ts --url http://127.0.0.1:3000 --agents 12 --password ...` */
const { values } = parseArgs({
  options: {
    url: { type: 'string', default: process.env['FLOOR_URL'] ?? 'http://127.0.0.1:3000' },
    agents: { type: 'string', default: process.env['FLOOR_AGENTS'] ?? '12' },
    password: { type: 'string', default: process.env['DEMO_PASSWORD'] ?? '' },
  },
});

const summaryEveryMs = 10_000;
const say = (line: object): void =>
  void process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);

async function main(): Promise<void> {
  const agents = Number(values.agents);
  if (!Number.isInteger(agents) || agents < 1) throw new Error('--agents takes a whole number above zero');
  if (values.password === '') throw new Error('give the password of the demo sign-ins with --password');
  const floor = await startFloor({
    url: values.url,
    agents,
    password: values.password,
    onTrouble: (seat, what) => say({ seat, trouble: what }),
  });
  say({ ready: true, agents });
  const timer = setInterval(() => say(floor.figures()), summaryEveryMs);
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    clearInterval(timer);
    void floor.stop().then(() => {
      say(floor.figures());
      process.exit(0);
    });
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(
    `The simulated floor could not start: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
});
