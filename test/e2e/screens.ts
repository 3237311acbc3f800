import { readFileSync } from 'node:fs';

export const consoles = ['agent', 'supervisor', 'admin'] as const;
export type Console = (typeof consoles)[number];

export interface Screen {
  readonly console: Console;
  /** Of the route, `:caseId` and the like included. */
  readonly path: string;
}

/** Every screen of a console, read from its routes: one that is added is there, without anybody having to think of it. */
export function screensOf(console: Console): Screen[] {
  const source = readFileSync(new URL(`../../public/${console}/${console}-app.tsx`, import.meta.url), 'utf8');
  return [...source.matchAll(/<Route\s+(?:index|path="([^"]+)")/g)].map(([, path]) => ({ console, path: path ?? '' }));
}
