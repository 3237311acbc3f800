import { expect, it } from 'vitest';
import { queueWord } from '../../../public/admin/jobs/queue-word.ts';

const trunkId = '019f0000-0000-7000-8000-00005e1ec7ed';
const word = (trunk: { trunkId: string; name: string | null } | null): string =>
  queueWord({ name: trunk === null ? 'letters' : `trunk-${trunk.trunkId}`, trunk }, (name) => `calls over ${name}`);

it('[JOB-3] a queue is called by its trunk, by the end of its id where it is gone, and by its own name where it has none', () => {
  expect(word({ trunkId, name: 'North' })).toBe('calls over North');
  expect(word({ trunkId, name: null })).toBe('calls over …5e1ec7ed');
  expect(word(null)).toBe('letters');
});
