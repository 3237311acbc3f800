import { Fault } from '../fault.ts';

/** Prisma's, Node's and PostgreSQL's ways to say that there was nobody to talk to. */
const unreachable: ReadonlySet<string> = new Set([
  'P1001',
  'P1002',
  'P1017',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
]);

/** What `pg` says, without a code, of a connection that was lost under its hands. */
const lostConnection = /^(Connection terminated|Client has encountered a connection error and is not queryable)/;

const codeOf = (error: unknown): string | undefined => {
  const code = typeof error === 'object' && error !== null ? (error as { code?: unknown }).code : undefined;
  return typeof code === 'string' ? code : undefined;
};

/** The fault behind whatever was thrown, looking through its causes. */
export function asFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (unreachable.has(codeOf(at) ?? '') || lostConnection.test(at.message))
      return new Fault('DATABASE_UNREACHABLE', { cause: error });
  }
  return new Fault('INTERNAL', { cause: error });
}
