-- CreateIndex
CREATE INDEX "Case_caseClass_id_idx" ON "Case"("caseClass", "id");

-- CreateIndex
CREATE INDEX "Case_refKey_idx" ON "Case"("refKey");

-- CreateIndex
CREATE INDEX "Promise_status_dueOn_id_idx" ON "Promise"("status", "dueOn", "id");

-- CreateIndex
CREATE INDEX "VisitOrder_ordered" ON "VisitOrder"("orderedAt" DESC, "id" DESC);

-- What the schema language cannot say.
-- Lists of open cases, the most urgent first: a page is the first rows of a walk, not the top of a sort.
CREATE INDEX "Case_open_by_day" ON "Case" ((COALESCE("followUpBy", 'infinity'::date)), "id") WHERE "status" = 'open';
CREATE INDEX "Case_unowned" ON "Case" ((COALESCE("followUpBy", 'infinity'::date)), "id")
  WHERE "status" = 'open' AND "ownerId" IS NULL AND "campaignId" IS NULL;
CREATE INDEX "Case_waiting" ON "Case" ("waitingUntil") WHERE "status" = 'open' AND "waitingUntil" IS NOT NULL;

-- What the sweeps ask every minute: recalls, cases without a next look, agreed days gone by, wrap-ups owed.
CREATE INDEX "Case_recall" ON "Case" ("recallDate") WHERE "status" = 'open';
CREATE INDEX "Case_unlooked" ON "Case" ((COALESCE("dueReason", '')), "updatedAt") WHERE "status" = 'open' AND "dueAt" IS NULL;
CREATE INDEX "Case_agreed" ON "Case" ("nextFollowUpOn") WHERE "status" = 'open' AND "caseClass" IN ('NEGOTIATING', 'RAISING_FUNDS');
CREATE INDEX "Attempt_talked" ON "Attempt" ("intendedAt") WHERE "connectedAt" IS NOT NULL AND "endedAt" IS NOT NULL;

-- Boards: promises broken in a period, tasks that are done.
CREATE INDEX "Promise_broken" ON "Promise" ("closedAt") WHERE "status" = 'broken';
CREATE INDEX "CaseTask_done" ON "CaseTask" ("doneAt" DESC, "id" DESC) WHERE "doneAt" IS NOT NULL;
