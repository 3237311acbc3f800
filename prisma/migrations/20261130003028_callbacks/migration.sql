-- CreateTable
CREATE TABLE "Callback" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "withDebtor" BOOLEAN NOT NULL,
    "forWhom" TEXT NOT NULL,
    "fromAttemptId" UUID NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "placeAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'pending',
    "attemptId" UUID,
    "claimedAt" TIMESTAMPTZ(3),
    "alertedAt" TIMESTAMPTZ(3),
    "doneAt" TIMESTAMPTZ(3),
    "result" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Callback_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Callback_fromAttemptId_key" ON "Callback"("fromAttemptId");

-- CreateIndex
CREATE UNIQUE INDEX "Callback_attemptId_key" ON "Callback"("attemptId");

-- CreateIndex
CREATE INDEX "Callback_state_dueAt_idx" ON "Callback"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Callback_debtorId_state_idx" ON "Callback"("debtorId", "state");

-- CreateIndex
CREATE INDEX "Callback_caseId_idx" ON "Callback"("caseId");

-- AddForeignKey
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Callback" ADD CONSTRAINT "Callback_kind" CHECK ("kind" IN ('agreed','kept_place'));
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_for_whom" CHECK ("forWhom" IN ('owner','team'));
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_state" CHECK ("state" IN ('pending','ringing','done'));
ALTER TABLE "Callback" ADD CONSTRAINT "Callback_done_says_how" CHECK (("state" = 'done') = ("doneAt" IS NOT NULL AND "result" IS NOT NULL));

-- The file of a caller whom nobody knows: nothing is owed in it, and it is closed from the start.
ALTER TABLE "Case" DROP CONSTRAINT "Case_amount_positive";
ALTER TABLE "Case" ADD CONSTRAINT "Case_amount_positive" CHECK ("amountMinor" > 0 OR ("amountMinor" = 0 AND "status" = 'closed'));
