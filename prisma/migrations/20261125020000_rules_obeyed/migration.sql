-- 3.4: a date that no open day of its window could meet is excused when it goes by.
ALTER TABLE "Case" ADD COLUMN "excusedOn" DATE;
ALTER TABLE "WrapUp" ADD COLUMN "excused" BOOLEAN NOT NULL DEFAULT false;

-- R35: since when the linked cases are known to whoever works the case.
ALTER TABLE "Case" ADD COLUMN "linkedSeenAt" TIMESTAMPTZ(3);

-- 1006.6(b)(1): a work number on which the employer forbids calls.
ALTER TABLE "DebtorLine" ADD COLUMN "prohibitedByEmployer" BOOLEAN NOT NULL DEFAULT false;

-- Everything the standing of the open cases is counted from, so that counting reads no case.
DROP INDEX "Case_open_standing";
CREATE INDEX "Case_open_standing" ON "Case"
  ("ownerId", "clientId", "campaignId", "followUpBy", "dueAt", "waitingUntil", "excusedOn", "debtorId", "id") WHERE "status" = 'open';
