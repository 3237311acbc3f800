-- The plan of a case's follow-up, kept by every review: until which day it is in time, and until when it waits (3.4).
ALTER TABLE "Case" ADD COLUMN "followUpBy" DATE;
ALTER TABLE "Case" ADD COLUMN "waitingUntil" TIMESTAMPTZ(3);

-- Until its next review a case goes by the dates that are agreed.
UPDATE "Case" c SET "followUpBy" = COALESCE(
  (SELECT p."dueOn" FROM "Promise" p WHERE p."caseId" = c."id" AND p."status" = 'open'),
  c."callbackAt"::date, c."nextFollowUpOn", c."lastRoundOn" + 2)
WHERE c."status" = 'open';

-- R1-R4: open cases of an owner, or of a campaign for its pooled cases, as they were at the first need of the day.
CREATE TABLE "DayVolume" (
  "day" DATE NOT NULL,
  "scopeId" UUID NOT NULL,
  "openCases" INTEGER NOT NULL,
  "takenAt" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "DayVolume_pkey" PRIMARY KEY ("day", "scopeId")
);
ALTER TABLE "DayVolume" ADD CONSTRAINT "DayVolume_counted" CHECK ("openCases" >= 0);

CREATE INDEX "Attempt_intendedAt_idx" ON "Attempt"("intendedAt");
CREATE INDEX "Promise_dueOn_idx" ON "Promise"("dueOn");
CREATE INDEX "Case_ownerId_followUpBy_idx" ON "Case"("ownerId", "followUpBy");

-- Everything the standing of the open cases is counted from, so that counting reads no case.
CREATE INDEX "Case_open_standing" ON "Case"
  ("ownerId", "clientId", "campaignId", "followUpBy", "dueAt", "waitingUntil", "debtorId", "id") WHERE "status" = 'open';
