import { newId } from '../../platform/ids.ts';
import type { PrismaClient } from '../../platform/prisma/client.ts';
import type { ConsentBook } from '../consents.ts';

export function makePrismaConsentBook(prisma: PrismaClient): ConsentBook {
  return {
    async businessZone() {
      const { businessZone } = await prisma.tenant.findUniqueOrThrow({ where: { id: 1 } });
      return businessZone;
    },
    async add({ caseId, numberId, givenOn, channel, by, at }) {
      const number = await prisma.phoneNumber.findFirst({ where: { id: numberId, caseId } });
      if (number === null) return null;
      const { debtorId, lineId } = number;
      const id = newId();
      const isNew = await prisma.$executeRaw`
        INSERT INTO "Consent" ("id", "debtorId", "caseId", "lineId", "givenOn", "channel", "recordedAt", "recordedById")
        VALUES (${id}::uuid, ${debtorId}::uuid, ${caseId}::uuid, ${lineId}::uuid, ${givenOn}::date, ${channel},
          ${new Date(at)}, ${by}::uuid)
        ON CONFLICT ("caseId", "lineId", "givenOn") WHERE "withdrawnAt" IS NULL DO NOTHING`;
      if (isNew > 0) return { consentId: id, isNew: true };
      const known = await prisma.consent.findFirstOrThrow({
        where: { caseId, lineId, givenOn: new Date(givenOn), withdrawnAt: null },
      });
      return { consentId: known.id, isNew: false };
    },
    async withdraw({ caseId, consentId, by, at }) {
      const { count } = await prisma.consent.updateMany({
        where: { id: consentId, caseId, withdrawnAt: null },
        data: { withdrawnAt: new Date(at), withdrawnById: by },
      });
      return count > 0;
    },
  };
}
