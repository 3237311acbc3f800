import { describe, expect, it } from 'vitest';
import { Fault } from '../../src/platform/fault.ts';
import { asFault } from '../../src/platform/prisma/as-fault.ts';

describe('what the database throws', () => {
  it.each([
    ['a code of Node', Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }), 'DATABASE_UNREACHABLE'],
    [
      'the same as an error',
      new Error('x', { cause: Object.assign(new Error('y'), { code: '57P01' }) }),
      'DATABASE_UNREACHABLE',
    ],
    ['a lost connection', new Error('Connection terminated unexpectedly'), 'DATABASE_UNREACHABLE'],
    [
      'a client that lost it',
      new Error('x', { cause: new Error('Client has encountered a connection error and is not queryable') }),
      'DATABASE_UNREACHABLE',
    ],
    ['anything else', new Error('no such column'), 'INTERNAL'],
    ['a fault as it is', new Fault('CARRIER_ID_MALFORMED'), 'CARRIER_ID_MALFORMED'],
  ])('[LOG-2] is told as it is: %s', (_, thrown, code) => {
    expect(asFault(thrown).code).toBe(code);
  });
});
