import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultCodes } from '../../src/platform/fault-codes.ts';
import { Fault } from '../../src/platform/fault.ts';
import { faultTable } from '../../src/platform/fault-table.ts';

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.includes('generated') && !file.endsWith('fault-codes.ts'),
);

describe('faults', () => {
  it('[ERR-1] stand in docs/ERRORS.md exactly as in the code', () => {
    const text = readFileSync('docs/ERRORS.md', 'utf8');
    const between = /<!-- faults:start -->\n([^]*)\n<!-- faults:end -->/.exec(text)?.[1];
    expect(between).toBe(faultTable());
  });

  it('[ERR-2] are all thrown somewhere', () => {
    const text = sources.map((file) => readFileSync(`src/${file}`, 'utf8')).join('\n');
    const unused = Object.keys(faultCodes).filter((code) => !text.includes(`'${code}'`));
    expect(unused).toEqual([]);
  });

  it('[ERR-3] know whether repeating helps and keep their cause', () => {
    const cause = new Error('socket closed');
    const fault = new Fault('DATABASE_UNREACHABLE', { cause, detail: { tries: 3 } });
    expect(fault).toMatchObject({
      code: 'DATABASE_UNREACHABLE',
      retryable: true,
      status: 503,
      cause,
      detail: { tries: 3 },
    });
  });
});
