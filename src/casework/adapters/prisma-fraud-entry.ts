import type { FraudCase } from '../../domain/fraud-workflow.ts';
import { caseClasses } from '../../domain/vocabulary.ts';
import { Fault } from '../../platform/fault.ts';
import { newId } from '../../platform/ids.ts';
import type { Prisma } from '../../platform/prisma/client.ts';
import { fraudSteps, fraudPlaces } from '../../contract/fraud.ts';
import { wordOf } from '../dial-facts-of.ts';
import type { FraudEntry, FraudLogEntry } from '../fraud-ports.ts';
import { dateText } from './case-view-parts.ts';

const asDate = (date: string): Date => new Date(`${date}T00:00:00Z`);

export interface FraudRow {
  readonly id: string;
  readonly step: string;
  readonly classBefore: string;
  readonly claimedOn: Date;
  readonly signOn: Date | null;
  readonly signPlace: string | null;
  readonly signedOn: Date | null;
  readonly deliveredOn: Date | null;
  readonly confirmedOn: Date | null;
  readonly deniedOn: Date | null;
  readonly recalledOn: Date | null;
}

/** The columns as the one state they stand for; a step without its date is a defect. */
export function fraudOf(row: FraudRow): FraudCase {
  const dated = (date: Date | null): string => {
    if (date === null) throw new Fault('INTERNAL', { detail: { applicationId: row.id } });
    return dateText(date);
  };
  const classBefore = wordOf(caseClasses, row.classBefore);
  const claimedOn = dateText(row.claimedOn);
  const step = wordOf(fraudSteps, row.step);
  switch (step) {
    case 'claimed':
      return { step, claimedOn, classBefore };
    case 'appointed':
      return {
        step,
        claimedOn,
        classBefore,
        signOn: dated(row.signOn),
        place: wordOf(fraudPlaces, row.signPlace ?? ''),
      };
    case 'signed':
      return { step, signedOn: dated(row.signedOn), classBefore };
    case 'awaiting_bank':
      return { step, deliveredOn: dated(row.deliveredOn), classBefore };
    case 'confirmed':
      return { step, confirmedOn: dated(row.confirmedOn) };
    case 'recalled':
      return { step, recalledOn: dated(row.recalledOn) };
    case 'denied':
      return { step, deniedOn: dated(row.deniedOn), classAfter: classBefore };
  }
}

function columnsOf(to: FraudCase, on: string): Prisma.FraudApplicationUpdateInput {
  switch (to.step) {
    case 'claimed':
      return { step: to.step };
    case 'appointed':
      return { step: to.step, signOn: asDate(to.signOn), signPlace: to.place };
    case 'signed':
      return { step: to.step, signedOn: asDate(to.signedOn) };
    case 'awaiting_bank':
      // Signed at the bank it is there at once, without a delivery of its own.
      return { step: to.step, deliveredOn: asDate(to.deliveredOn) };
    case 'confirmed':
      return { step: to.step, confirmedOn: asDate(on) };
    case 'recalled':
      return { step: to.step, recalledOn: asDate(on) };
    case 'denied':
      return { step: to.step, deniedOn: asDate(on) };
  }
}

export function makeFraudEntry(db: Prisma.TransactionClient, caseId: string): FraudEntry {
  const log = async (applicationId: string, entry: FraudLogEntry): Promise<void> => {
    const { at, on, signOn, ...plain } = entry;
    await db.fraudStep.create({
      data: {
        id: newId(),
        applicationId,
        ...plain,
        at: new Date(at),
        on: asDate(on),
        signOn: signOn === null ? null : asDate(signOn),
      },
    });
  };
  return {
    log,
    async open() {
      const row = await db.fraudApplication.findFirst({
        where: { caseId, step: { notIn: ['recalled', 'denied'] } },
      });
      return row === null ? null : { id: row.id, fraud: fraudOf(row) };
    },
    async find(applicationId) {
      const row = await db.fraudApplication.findFirst({ where: { id: applicationId, caseId } });
      return row === null ? null : fraudOf(row);
    },
    async claim(claim, entry) {
      const id = newId();
      await db.fraudApplication.create({
        data: { id, caseId, ...claim, claimedOn: asDate(entry.on), createdAt: new Date(entry.at) },
      });
      await log(id, entry);
      return id;
    },
    async save(applicationId, to, entry) {
      const signed = entry.kind === 'sign' ? { signedOn: asDate(entry.on) } : {};
      await db.fraudApplication.update({
        where: { id: applicationId },
        data: { ...columnsOf(to, entry.on), ...signed },
        select: { id: true },
      });
      await log(applicationId, entry);
    },
  };
}
