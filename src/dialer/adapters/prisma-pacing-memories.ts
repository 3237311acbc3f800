import { z } from 'zod';
import type { AnswerModelRecord } from '../../domain/answer-model/answer-model.ts';
import type { PacingMemoryRecord } from '../../domain/pacing/pacing-memory.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { PacingMemories } from '../pacing-stores.ts';

/** Of the memory itself only the version is looked at: it is written by the pacer alone. */
const stored = z.object({
  memory: z.looseObject({ version: z.literal(1) }),
  answers: z.looseObject({ version: z.literal(1) }).nullable(),
  learnedTo: z.number(),
  known: z.array(z.tuple([z.string(), z.number()])),
});

export function makePrismaPacingMemories(prisma: PrismaClient): PacingMemories {
  return {
    async find(campaignId) {
      const row = await prisma.pacingMemory.findUnique({ where: { campaignId }, select: { memory: true } });
      const read = stored.safeParse(row?.memory);
      // Of another version: what happened is on record and learned anew.
      if (!read.success) return null;
      const { memory, answers, ...rest } = read.data;
      return {
        ...rest,
        memory: memory as unknown as PacingMemoryRecord,
        answers: answers as unknown as AnswerModelRecord | null,
      };
    },
    async save(campaignId, fence, at, memory) {
      const written = await prisma.$executeRaw`
        INSERT INTO "PacingMemory" ("campaignId", "savedAt", "fence", "memory")
        VALUES (${campaignId}::uuid, ${new Date(at)}::timestamptz, ${fence}, ${JSON.stringify(memory)}::jsonb)
        ON CONFLICT ("campaignId") DO UPDATE
          SET "savedAt" = excluded."savedAt", "fence" = excluded."fence", "memory" = excluded."memory"
          WHERE "PacingMemory"."fence" <= excluded."fence"`;
      return written === 1;
    },
  };
}
