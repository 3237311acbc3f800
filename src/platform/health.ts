import { Router } from 'express';
import type { Metrics } from './metrics.ts';

export type CheckName = 'database' | 'redis' | 'carrier' | 'migrations';
export type Checks = Readonly<Record<CheckName, () => Promise<void>>>;

export interface Health {
  /** `/healthz`, `/readyz`, `/metrics`. */
  readonly router: Router;
  /** From now on not ready: whoever balances the load sends nothing new. */
  drain(): void;
}

const checkDeadlineMs = 2_000;

async function passes(check: () => Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), checkDeadlineMs);
  });
  try {
    return await Promise.race([
      check().then(
        () => true,
        () => false,
      ),
      deadline,
    ]);
  } finally {
    clearTimeout(timer);
  }
}

export function makeHealth(checks: Checks, metrics: Metrics): Health {
  const router = Router();
  let draining = false;

  router.get('/healthz', (_req, res) => {
    res.json({ status: 'ok' });
  });

  router.get('/readyz', async (_req, res) => {
    const names = Object.keys(checks) as CheckName[];
    const results = await Promise.all(
      names.map(async (name) => [name, (await passes(checks[name])) ? 'ok' : 'failed']),
    );
    const failed = results.some(([, state]) => state === 'failed');
    const status = draining ? 'draining' : failed ? 'not-ready' : 'ready';
    res
      .status(status === 'ready' ? 200 : 503)
      .set('Cache-Control', 'no-store')
      .json({ status, checks: Object.fromEntries(results) as Record<CheckName, 'ok' | 'failed'> });
  });

  router.get('/metrics', async (_req, res) => {
    res.type(metrics.contentType).send(await metrics.text());
  });

  return {
    router,
    drain() {
      draining = true;
    },
  };
}
