import { expect, it } from 'vitest';
import { makeLogger } from '../../src/platform/log.ts';
import { assertCleanLog, keptLog, unprovokedErrors } from './server-log.ts';

it('[LOG-1] an error in the server’s log fails the test, unless the test provoked it', () => {
  const kept = keptLog();
  const log = makeLogger({ level: 'info', destination: kept.destination });
  log.info('all is well');
  log.warn('nearly');
  expect(unprovokedErrors(`no log line\n${kept.text()}`)).toEqual([]);
  log.error({ attemptId: 'a' }, 'end of stream not taken in');
  expect(unprovokedErrors(kept.text(), [/end of stream/])).toEqual([]);
  expect(() => assertCleanLog(kept.text(), [/something else/])).toThrow('end of stream not taken in');
  log.fatal('over');
  expect(unprovokedErrors(kept.text(), [/end of stream/])).toHaveLength(1);
});
