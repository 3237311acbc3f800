import { writeDemoPopulation } from './write-population.ts';

/** `npx tsx src/demo/population-main.ts <file>`: must have run before the simulated carrier starts. */
const [file] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Say where the population file shall stand.\n');
  process.exitCode = 1;
} else {
  writeDemoPopulation(file);
}
