import type { Clock } from '../../platform/clock.ts';
import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { RecordingNews } from '../ports.ts';
import type { RecordingBook } from '../recording-book.ts';

export function makePrismaRecordingBook(deps: {
  prisma: PrismaClient;
  clock: Clock;
  news: RecordingNews;
}): RecordingBook {
  const { prisma, clock, news } = deps;
  const own = (attemptId: string) => ({ attemptId_source: { attemptId, source: 'own' } });
  const bindingOf = (attemptId: string) =>
    prisma.attempt.findUnique({
      where: { id: attemptId },
      select: { caseId: true, numberId: true, agentId: true },
    });

  return {
    async open({ attemptId, path, channels, startedAt }) {
      const binding = await bindingOf(attemptId);
      if (binding === null) return null;
      // One statement: whoever repairs recordings on another node may enter the file at the same instant.
      await prisma.recording.createMany({
        data: {
          id: newId(),
          attemptId,
          ...binding,
          source: 'own',
          status: 'writing',
          path,
          channels,
          startedAt: new Date(startedAt),
        },
        skipDuplicates: true,
      });
      const row = await prisma.recording.findUniqueOrThrow({ where: own(attemptId), select: { id: true } });
      return { recordingId: row.id };
    },
    async complete({ attemptId, durationMs, byteSize, sha256, endedAt }) {
      const binding = await bindingOf(attemptId);
      if (binding === null) return;
      const done = await prisma.recording.updateMany({
        where: { attemptId, source: 'own', status: { not: 'complete' } },
        data: {
          status: 'complete',
          agentId: binding.agentId,
          durationMs,
          byteSize: BigInt(byteSize),
          sha256,
          endedAt: new Date(endedAt),
          boundAt: new Date(clock()),
        },
      });
      if (done.count === 0) return;
      const row = await prisma.recording.findUniqueOrThrow({ where: own(attemptId), select: { id: true } });
      news.ready({ attemptId, caseId: binding.caseId, recordingId: row.id, agentId: binding.agentId });
    },
    async missing(attemptId) {
      const binding = await bindingOf(attemptId);
      if (binding === null) return;
      await prisma.recording.createMany({
        data: { id: newId(), attemptId, ...binding, source: 'own', status: 'missing', startedAt: new Date(clock()) },
        skipDuplicates: true,
      });
      await prisma.recording.updateMany({
        where: { attemptId, source: 'own', status: 'writing' },
        data: { status: 'missing' },
      });
    },
    async unfinished() {
      const rows = await prisma.recording.findMany({
        where: { source: 'own', status: 'writing', path: { not: null } },
        select: { attemptId: true, path: true, startedAt: true },
      });
      return rows.flatMap((row) =>
        row.path === null ? [] : [{ attemptId: row.attemptId, path: row.path, startedAt: row.startedAt.getTime() }],
      );
    },
  };
}
