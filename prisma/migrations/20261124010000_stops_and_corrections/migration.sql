-- A stop knows where it was set, which class comes back when it is lifted, and by whose word that happened.
ALTER TABLE "CaseStop" ADD COLUMN "liftReference" TEXT,
  ADD COLUMN "originCaseId" UUID,
  ADD COLUMN "classBefore" TEXT,
  ADD COLUMN "wrapUpId" UUID;
CREATE INDEX "CaseStop_wrapUpId_idx" ON "CaseStop"("wrapUpId");
ALTER TABLE "CaseStop" ADD CONSTRAINT "CaseStop_wrapUpId_fkey" FOREIGN KEY ("wrapUpId") REFERENCES "WrapUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One stop of a kind is active at most, on the person and on the debt: later repetitions are taken back first.
UPDATE "CaseStop" s SET "liftedAt" = now(), "liftReason" = 'repeated'
WHERE s."liftedAt" IS NULL AND EXISTS (
  SELECT 1 FROM "CaseStop" o
  WHERE o."liftedAt" IS NULL AND o."kind" = s."kind" AND o."debtorId" = s."debtorId"
    AND o."caseId" IS NOT DISTINCT FROM s."caseId" AND (o."createdAt", o."id") < (s."createdAt", s."id"));
CREATE UNIQUE INDEX "CaseStop_one_active_on_person" ON "CaseStop" ("debtorId", "kind")
  WHERE "liftedAt" IS NULL AND "caseId" IS NULL;
CREATE UNIQUE INDEX "CaseStop_one_active_on_debt" ON "CaseStop" ("caseId", "kind")
  WHERE "liftedAt" IS NULL AND "caseId" IS NOT NULL;

-- What a wrap-up said before it was corrected.
CREATE TABLE "WrapUpRevision" (
    "id" UUID NOT NULL,
    "wrapUpId" UUID NOT NULL,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL,
    "replacedById" UUID NOT NULL,
    "reason" TEXT,
    "overridden" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "classAfter" TEXT NOT NULL,
    "nextFollowUpOn" DATE,
    "callbackAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "details" JSONB,
    "promise" JSONB,

    CONSTRAINT "WrapUpRevision_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "WrapUpRevision_wrapUpId_replacedAt_idx" ON "WrapUpRevision"("wrapUpId", "replacedAt");
CREATE INDEX "WrapUpRevision_replacedById_idx" ON "WrapUpRevision"("replacedById");
ALTER TABLE "WrapUpRevision" ADD CONSTRAINT "WrapUpRevision_wrapUpId_fkey" FOREIGN KEY ("wrapUpId") REFERENCES "WrapUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "WrapUpRevision" ADD CONSTRAINT "WrapUpRevision_replacedById_fkey" FOREIGN KEY ("replacedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
