import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

const aYear = '365d';

/**
 * The built consoles. What Vite named by its content is kept for ever, pages are always asked for anew, and every
 * address inside a console opens the console, whose own router knows the rest.
 */
export function makeConsoleFiles(directory: string, consoles: readonly string[]): Router {
  const router = Router();
  router.get('/', (_req, res) => res.redirect('/agent/'));
  router.use('/assets', express.static(join(directory, 'assets'), { immutable: true, maxAge: aYear, index: false }));
  router.use(express.static(directory, { index: 'index.html', cacheControl: false, setHeaders: neverStale }));
  for (const name of consoles) {
    const page = join(directory, name, 'index.html');
    router.get(`/${name}/{*inside}`, (req, res, next) => {
      if (!existsSync(page) || req.accepts(['html', 'json']) !== 'html') {
        next();
        return;
      }
      neverStale(res);
      res.sendFile(page, { cacheControl: false });
    });
  }
  return router;
}

function neverStale(res: { setHeader(name: string, value: string): unknown }): void {
  res.setHeader('Cache-Control', 'no-cache');
}
