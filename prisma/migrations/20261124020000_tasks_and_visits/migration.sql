-- CreateTable
CREATE TABLE "CaseTask" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "because" TEXT NOT NULL,
    "ownerId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "anchorAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "result" TEXT,
    "sourceBasis" TEXT,
    "obtainedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChecklistEntry" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "finding" TEXT NOT NULL,
    "sourceBasis" TEXT,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChecklistEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitOrder" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'ordered',
    "reason" TEXT NOT NULL,
    "orderedById" UUID NOT NULL,
    "orderedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT,
    "visitor" TEXT,
    "dispatchedAt" TIMESTAMPTZ(3),
    "returnedAt" TIMESTAMPTZ(3),
    "result" TEXT,
    "resultNote" TEXT,

    CONSTRAINT "VisitOrder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VisitPhoto" (
    "id" UUID NOT NULL,
    "visitId" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedById" UUID NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VisitPhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvalidAddress" (
    "id" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "addressKey" TEXT NOT NULL,
    "visitId" UUID,
    "markedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reverifiedAt" TIMESTAMPTZ(3),
    "reverifiedById" UUID,
    "reverifyReason" TEXT,

    CONSTRAINT "InvalidAddress_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CaseTask_ownerId_dueAt_idx" ON "CaseTask"("ownerId", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "CaseTask_caseId_kind_anchorAt_key" ON "CaseTask"("caseId", "kind", "anchorAt");

-- CreateIndex
CREATE INDEX "ChecklistEntry_caseId_enteredAt_idx" ON "ChecklistEntry"("caseId", "enteredAt");

-- CreateIndex
CREATE INDEX "VisitOrder_caseId_orderedAt_idx" ON "VisitOrder"("caseId", "orderedAt");

-- CreateIndex
CREATE INDEX "VisitOrder_debtorId_idx" ON "VisitOrder"("debtorId");

-- CreateIndex
CREATE INDEX "VisitOrder_status_orderedAt_idx" ON "VisitOrder"("status", "orderedAt");

-- CreateIndex
CREATE UNIQUE INDEX "VisitPhoto_path_key" ON "VisitPhoto"("path");

-- CreateIndex
CREATE UNIQUE INDEX "VisitPhoto_visitId_sha256_key" ON "VisitPhoto"("visitId", "sha256");

-- CreateIndex
CREATE INDEX "InvalidAddress_debtorId_addressKey_idx" ON "InvalidAddress"("debtorId", "addressKey");

-- AddForeignKey
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ChecklistEntry" ADD CONSTRAINT "ChecklistEntry_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VisitPhoto" ADD CONSTRAINT "VisitPhoto_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "VisitOrder"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvalidAddress" ADD CONSTRAINT "InvalidAddress_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One open task per case and kind; one visit under way per debtor and address; one standing mark per address.
CREATE UNIQUE INDEX "CaseTask_one_open" ON "CaseTask" ("caseId", "kind") WHERE "doneAt" IS NULL;
CREATE INDEX "CaseTask_open_by_due" ON "CaseTask" ("dueAt", "id") WHERE "doneAt" IS NULL;
CREATE UNIQUE INDEX "VisitOrder_one_under_way" ON "VisitOrder" ("debtorId", "addressKey")
  WHERE "status" IN ('ordered', 'approved', 'dispatched');
CREATE UNIQUE INDEX "InvalidAddress_one_standing" ON "InvalidAddress" ("debtorId", "addressKey") WHERE "reverifiedAt" IS NULL;

ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_kind" CHECK ("kind" IN ('trace_phone','lookup_114','registry_check','verification_checklist','data_entry','visit_entry','visit_proposal'));
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_done_says_by_whom" CHECK ("doneAt" IS NULL OR ("doneById" IS NOT NULL AND "result" IS NOT NULL));
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_registry_has_source" CHECK ("kind" <> 'registry_check' OR "doneAt" IS NULL OR "sourceBasis" IS NOT NULL);
ALTER TABLE "ChecklistEntry" ADD CONSTRAINT "ChecklistEntry_item" CHECK ("item" IN ('in_house_data','registry','phones_fixed','phones_mobile','free'));
ALTER TABLE "ChecklistEntry" ADD CONSTRAINT "ChecklistEntry_registry_has_source" CHECK ("item" <> 'registry' OR "sourceBasis" IS NOT NULL);
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_kind" CHECK ("kind" IN ('contactable','lost'));
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_status" CHECK ("status" IN ('ordered','approved','rejected','dispatched','returned'));
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_decided" CHECK ("status" = 'ordered' OR "decidedById" IS NOT NULL);
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_dispatched" CHECK ("status" NOT IN ('dispatched','returned') OR ("dispatchedAt" IS NOT NULL AND "visitor" IS NOT NULL));
ALTER TABLE "VisitOrder" ADD CONSTRAINT "VisitOrder_returned" CHECK (("status" = 'returned') = ("returnedAt" IS NOT NULL AND "result" IS NOT NULL));
ALTER TABLE "VisitPhoto" ADD CONSTRAINT "VisitPhoto_size" CHECK ("byteSize" > 0);
