/** Progress for people: one line per step, with how long it took when it was long enough to notice. */
const startedAt = Date.now();
const colour = process.stdout.isTTY && !process.env.NO_COLOR;
const paint = (code, text) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

export const say = (text = '') => process.stdout.write(`${text}\n`);
export const bold = (text) => paint('1', text);
export const sinceStart = () => seconds(Date.now() - startedAt);

/** Says what is being done, does it, says that it is done. */
export async function step(what, work) {
  const from = Date.now();
  say(`${paint('2', '·')} ${what} …`);
  const result = await work();
  const ms = Date.now() - from;
  if (ms > 700) say(`  ${paint('32', 'done')} ${paint('2', `in ${seconds(ms)}`)}`);
  return result;
}

/** The sentence that a person needs, without a stack. */
export class Stop extends Error {}

export function reportAndExit(error) {
  process.stderr.write(
    `\n${paint('31', 'Stopped:')} ${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`,
  );
  process.exit(1);
}
