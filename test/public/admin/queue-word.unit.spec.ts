import { expect, it } from 'vitest';
import { queueWord } from '../../../public/admin/jobs/queue-word.ts';

const trunkId = '019f0000-0000-7000-8000-00005e1ec7ed';
const words = { callsOver: (name: string) => `calls over ${name}`, ofHouse: (name: string) => `work: ${name}` };
const word = (trunk: { trunkId: string; name: string | null } | null, name = 'letters'): string =>
  queueWord({ name: trunk === null ? name : `trunk-${trunk.trunkId}`, trunk }, words);

it('[JOB-3] a queue is called by its trunk, by the end of its id where it is gone, else by what it does', () => {
  expect(word({ trunkId, name: 'North' })).toBe('calls over North');
  expect(word({ trunkId, name: null })).toBe('calls over …5e1ec7ed');
  expect(word(null, 'handovers')).toBe('work: handovers');
  // A queue of another version of the program.
  expect(word(null)).toBe('letters');
});
