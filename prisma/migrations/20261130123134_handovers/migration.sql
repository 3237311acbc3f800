-- CreateTable
CREATE TABLE "Handover" (
    "id" UUID NOT NULL,
    "fromId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "total" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "claimedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "Handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandoverCase" (
    "handoverId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "outcome" TEXT,
    "because" TEXT,
    "at" TIMESTAMPTZ(3),
    "told" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "HandoverCase_pkey" PRIMARY KEY ("handoverId","caseId")
);

-- CreateIndex
CREATE INDEX "Handover_fromId_startedAt_idx" ON "Handover"("fromId", "startedAt");

-- CreateIndex
CREATE INDEX "HandoverCase_handoverId_outcome_caseId_idx" ON "HandoverCase"("handoverId", "outcome", "caseId");

-- CreateIndex
CREATE INDEX "HandoverCase_caseId_idx" ON "HandoverCase"("caseId");

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_fromId_fkey" FOREIGN KEY ("fromId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverCase" ADD CONSTRAINT "HandoverCase_handoverId_fkey" FOREIGN KEY ("handoverId") REFERENCES "Handover"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverCase" ADD CONSTRAINT "HandoverCase_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandoverCase" ADD CONSTRAINT "HandoverCase_toId_fkey" FOREIGN KEY ("toId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What somebody has in hand is handed over once at a time.
CREATE UNIQUE INDEX "Handover_one_running" ON "Handover"("fromId") WHERE "finishedAt" IS NULL;
ALTER TABLE "HandoverCase" ADD CONSTRAINT "HandoverCase_outcome_check" CHECK ("outcome" IN ('given', 'left')),
  ADD CONSTRAINT "HandoverCase_because_check" CHECK (("outcome" = 'left') = ("because" IS NOT NULL) OR "outcome" IS NULL);
