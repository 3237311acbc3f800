import { describe, expect, it } from 'vitest';
import { scrub } from '../../src/platform/describe-error.ts';
import { makeLogger } from '../../src/platform/log.ts';

function logged(write: (log: ReturnType<typeof makeLogger>) => void): string {
  const lines: string[] = [];
  write(makeLogger({ level: 'trace', destination: { write: (line: string) => void lines.push(line) } }));
  return lines.join('');
}

describe('log', () => {
  it('[INV-9] cuts out what tells of a person, at whatever depth it is usually put', () => {
    const text = logged((log) => {
      log.info({ attemptId: 'a1', pii: { to: '+8613800001234' } }, 'call placed');
      log.child({ pii: { name: '张伟' } }).info({ call: { pii: { note: 'pays on Friday' } } }, 'call placed');
    });
    expect(text).not.toMatch(/13800001234|张伟|Friday/);
    expect(text).toContain('"attemptId":"a1"');
  });

  it('[INV-9] describes an error without the values that made it fail', () => {
    const cause = Object.assign(new Error('Key (e164)=(+8613800001234) of "张伟" already exists'), { code: '23505' });
    const text = logged((log) => log.error({ err: new Error('Invalid value 13800001234', { cause }) }, 'failed'));
    expect(text).not.toMatch(/13800001234|张伟/);
    expect(text).toContain('23505');
  });

  it.each([
    ['[INV-9] numbers', 'number +86 138-0000-1234 is busy', 'number # is busy'],
    ['[INV-9] quoted values', `no user "lin" or 'chen'`, 'no user "…" or "…"'],
    ['[INV-9] Chinese words', '客户张伟 not found', '… not found'],
    ['[INV-9] what is short and tells nobody', 'HTTP 503 after 2000 ms', 'HTTP 503 after 2000 ms'],
  ])('%s', (_, given, expected) => {
    expect(scrub(given)).toBe(expected);
  });
});
