import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { makeDemoCases } from './demo-cases.ts';
import { demoPopulation } from './population.ts';

/** Writes the habits of the demo's numbers where the simulated carrier reads them; whole or not at all. */
export function writeDemoPopulation(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  const partial = `${file}.part`;
  writeFileSync(partial, JSON.stringify(demoPopulation(makeDemoCases())));
  renameSync(partial, file);
}
