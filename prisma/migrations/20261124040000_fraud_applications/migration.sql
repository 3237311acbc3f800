-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "identityConfirmedAt" TIMESTAMPTZ(3),
ADD COLUMN     "linkedSeenAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "FraudApplication" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "step" TEXT NOT NULL DEFAULT 'claimed',
    "classBefore" TEXT NOT NULL,
    "suspect" TEXT NOT NULL,
    "clues" TEXT NOT NULL,
    "claimedOn" DATE NOT NULL,
    "signOn" DATE,
    "signPlace" TEXT,
    "signedOn" DATE,
    "deliveredOn" DATE,
    "confirmedOn" DATE,
    "deniedOn" DATE,
    "recalledOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FraudApplication_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FraudStep" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "signOn" DATE,
    "place" TEXT,
    "note" TEXT,
    "actorId" UUID,

    CONSTRAINT "FraudStep_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FraudDocument" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "byteSize" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "uploadedById" UUID NOT NULL,

    CONSTRAINT "FraudDocument_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FraudApplication_caseId_idx" ON "FraudApplication"("caseId");

-- CreateIndex
CREATE INDEX "FraudApplication_step_claimedOn_idx" ON "FraudApplication"("step", "claimedOn");

-- CreateIndex
CREATE INDEX "FraudStep_applicationId_at_idx" ON "FraudStep"("applicationId", "at");

-- CreateIndex
CREATE INDEX "FraudDocument_applicationId_idx" ON "FraudDocument"("applicationId");

-- AddForeignKey
ALTER TABLE "FraudApplication" ADD CONSTRAINT "FraudApplication_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FraudStep" ADD CONSTRAINT "FraudStep_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "FraudApplication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FraudStep" ADD CONSTRAINT "FraudStep_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FraudDocument" ADD CONSTRAINT "FraudDocument_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "FraudApplication"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FraudDocument" ADD CONSTRAINT "FraudDocument_uploadedById_fkey" FOREIGN KEY ("uploadedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case has one open application at most; a later claim begins another one.
CREATE UNIQUE INDEX "FraudApplication_open_key" ON "FraudApplication"("caseId") WHERE "step" NOT IN ('recalled', 'denied');
ALTER TABLE "FraudApplication" ADD CONSTRAINT "FraudApplication_step_check"
  CHECK ("step" IN ('claimed', 'appointed', 'signed', 'awaiting_bank', 'confirmed', 'recalled', 'denied'));
ALTER TABLE "FraudApplication" ADD CONSTRAINT "FraudApplication_place_check"
  CHECK ("signPlace" IN ('bank', 'agency') AND "signOn" IS NOT NULL OR "signPlace" IS NULL AND "signOn" IS NULL);
ALTER TABLE "FraudStep" ADD CONSTRAINT "FraudStep_kind_check"
  CHECK ("kind" IN ('claim', 'appoint', 'sign', 'deliver', 'confirm', 'deny', 'recall'));
ALTER TABLE "FraudDocument" ADD CONSTRAINT "FraudDocument_type_check"
  CHECK ("mediaType" IN ('application/pdf', 'image/jpeg', 'image/png') AND "byteSize" > 0);

CREATE FUNCTION refuse_fraud_step_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the steps of a fraud application are append only';
END $$;
CREATE TRIGGER "FraudStep_append_only" BEFORE UPDATE OR DELETE ON "FraudStep"
  FOR EACH ROW EXECUTE FUNCTION refuse_fraud_step_change();
