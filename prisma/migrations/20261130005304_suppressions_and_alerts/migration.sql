-- AlterTable
ALTER TABLE "Alert" ADD COLUMN     "acknowledgedAt" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledgedById" UUID,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "resolvedById" UUID;

-- CreateTable
CREATE TABLE "Suppression" (
    "id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "addedById" UUID,
    "expiresAt" TIMESTAMPTZ(3),
    "importId" UUID,
    "removedAt" TIMESTAMPTZ(3),
    "removedById" UUID,
    "removeReason" TEXT,

    CONSTRAINT "Suppression_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SuppressionImport" (
    "id" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'previewed',
    "source" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "expiresOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdById" UUID NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),
    "result" JSONB NOT NULL,

    CONSTRAINT "SuppressionImport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Suppression_addedAt_id_idx" ON "Suppression"("addedAt", "id");

-- CreateIndex
CREATE INDEX "Suppression_e164_idx" ON "Suppression"("e164");

-- CreateIndex
CREATE INDEX "Alert_raisedAt_id_idx" ON "Alert"("raisedAt", "id");

-- CreateIndex
CREATE INDEX "Attempt_answeredAt_id_idx" ON "Attempt"("answeredAt", "id");

-- One that stands per number.
CREATE UNIQUE INDEX "Suppression_standing" ON "Suppression" ("e164") WHERE "removedAt" IS NULL;
