import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Stop } from './say.mjs';

const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
};

/** Two programs on one data folder would fight over it. */
export function claimDataDir(dataDir) {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, 'start.pid');
  const earlier = existsSync(file) ? Number(readFileSync(file, 'utf8')) : Number.NaN;
  if (Number.isInteger(earlier) && earlier !== process.pid && isAlive(earlier)) {
    throw new Stop(
      `Casedial already runs on ${dataDir} (process ${earlier}): use that one, stop it, or set another DATA_DIR.`,
    );
  }
  writeFileSync(file, `${process.pid}\n`);
  process.on('exit', () => rmSync(file, { force: true }));
}

/** The port itself when it is free; undefined when somebody listens there. 0 finds any. */
export const tryPort = (port) =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen(port, () => {
      const found = probe.address().port;
      probe.close(() => resolve(found));
    });
  });
