import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import type { CallbackEntry } from '../callbacks.ts';

const owed = ['pending', 'ringing'];

export const makeCallbackEntry = (db: Prisma.TransactionClient, caseId: string): CallbackEntry => ({
  async promise({ dueAt, placeAt, at, fromAttemptId, ...call }) {
    const terms = { ...call, dueAt: new Date(dueAt), placeAt: placeAt === null ? null : new Date(placeAt) };
    await db.callback.upsert({
      where: { fromAttemptId },
      create: { id: newId(), caseId, fromAttemptId, ...terms, createdAt: new Date(at) },
      update: {
        ...terms,
        state: 'pending',
        attemptId: null,
        claimedAt: null,
        alertedAt: null,
        doneAt: null,
        result: null,
      },
    });
  },
  async answered({ debtorId, attemptId }, at) {
    await db.callback.updateMany({
      where: { state: { in: owed }, OR: [{ debtorId, withDebtor: true }, { attemptId }] },
      data: { state: 'done', result: 'talked', doneAt: new Date(at) },
    });
  },
  async withdraw(fromAttemptId, at) {
    await db.callback.updateMany({
      where: { fromAttemptId, state: { in: owed } },
      data: { state: 'done', result: 'replaced', doneAt: new Date(at) },
    });
  },
});
