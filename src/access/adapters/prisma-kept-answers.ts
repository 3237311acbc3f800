import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { SecretBox } from '../../platform/secret-box.ts';
import type { KeptAnswer, KeptAnswers } from '../limits/kept-answers.ts';

/** Answers may hold a secret that is shown once, or data of a debtor: they lie sealed. */
export function makePrismaKeptAnswers(prisma: PrismaClient, box: SecretBox): KeptAnswers {
  return {
    async claim(key, requestHash, now) {
      const made = await prisma.keptAnswer.createMany({
        data: { key, requestHash, claimedAt: new Date(now) },
        skipDuplicates: true,
      });
      if (made.count === 1) return { kind: 'claimed' };
      const row = await prisma.keptAnswer.findUnique({ where: { key } });
      if (row !== null && row.requestHash !== requestHash) return { kind: 'other-request' };
      const opened = row?.sealed == null ? null : box.open(row.sealed, key);
      return opened === null ? { kind: 'under-way' } : { kind: 'answered', answer: JSON.parse(opened) as KeptAnswer };
    },
    async keep(key, answer) {
      await prisma.keptAnswer.update({ where: { key }, data: { sealed: box.seal(JSON.stringify(answer), key) } });
    },
    async release(key) {
      await prisma.keptAnswer.deleteMany({ where: { key, sealed: null } });
    },
    async forget(before) {
      await prisma.keptAnswer.deleteMany({ where: { claimedAt: { lt: new Date(before) } } });
    },
  };
}
