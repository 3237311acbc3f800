-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "paidMinor" BIGINT NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Payment" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "externalRef" TEXT NOT NULL,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "paidOn" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "fileId" UUID,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,
    "postedById" UUID,
    "classBefore" TEXT,
    "reversedAt" TIMESTAMPTZ(3),
    "reversedById" UUID,
    "reversalReason" TEXT,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaymentFile" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "posted" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "returned" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID,

    CONSTRAINT "PaymentFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarEdition" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "offDays" TEXT[],
    "makeupWorkdays" TEXT[],
    "source" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL,
    "importedById" UUID,

    CONSTRAINT "CalendarEdition_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Payment_caseId_paidOn_idx" ON "Payment"("caseId", "paidOn");

-- CreateIndex
CREATE INDEX "Payment_fileId_idx" ON "Payment"("fileId");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_clientId_externalRef_key" ON "Payment"("clientId", "externalRef");

-- CreateIndex
CREATE INDEX "PaymentFile_createdAt_idx" ON "PaymentFile"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarEdition_name_year_version_key" ON "CalendarEdition"("name", "year", "version");

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "PaymentFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaymentFile" ADD CONSTRAINT "PaymentFile_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "Case" ADD CONSTRAINT "Case_paid_not_negative" CHECK ("paidMinor" >= 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_amount_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_ref_not_blank" CHECK (btrim("externalRef") <> '');
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_source" CHECK ("source" IN ('api','file'));
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_reversed_with_reason" CHECK (("reversedAt" IS NULL) = ("reversalReason" IS NULL));
ALTER TABLE "PaymentFile" ADD CONSTRAINT "PaymentFile_counts_not_negative" CHECK ("posted" >= 0 AND "unchanged" >= 0 AND "rejected" >= 0);
ALTER TABLE "CalendarEdition" ADD CONSTRAINT "CalendarEdition_year" CHECK ("year" BETWEEN 2000 AND 2100);
ALTER TABLE "CalendarEdition" ADD CONSTRAINT "CalendarEdition_version" CHECK ("version" >= 1);
CREATE INDEX "Payment_posted" ON "Payment" ("postedAt" DESC, "id" DESC);
