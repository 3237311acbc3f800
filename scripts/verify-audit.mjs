import { makePrisma } from '../src/platform/prisma/client.ts';
import { makePrismaAuditLog } from '../src/access/adapters/prisma-audit-log.ts';

/** `DATABASE_URL=... npm run audit:verify [-- SEQ HASH]`: whether the audit log is as it was written; ends with 1 if not. */
const databaseUrl = process.env.DATABASE_URL;
if (databaseUrl === undefined) {
  process.stderr.write('Set DATABASE_URL; a running server answers the same under /api/audit/verify.\n');
  process.exit(2);
}
const [seq, hash] = process.argv.slice(2);
const prisma = makePrisma(databaseUrl);
try {
  const noted = seq === undefined || hash === undefined ? null : { seq: Number(seq), hash };
  const verdict = await makePrismaAuditLog(prisma).verify(noted);
  process.stdout.write(`${JSON.stringify(verdict, null, 2)}\n`);
  process.exitCode = verdict.intact ? 0 : 1;
} finally {
  await prisma.$disconnect();
}
