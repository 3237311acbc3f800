-- AlterEnum
ALTER TYPE "CampaignStatus" ADD VALUE 'draining' BEFORE 'drained';

-- DropIndex
DROP INDEX "PacingDecision_campaignId_at_idx";

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "callsPerAgent" DOUBLE PRECISION NOT NULL DEFAULT 10,
ADD COLUMN     "ratio" DOUBLE PRECISION NOT NULL DEFAULT 1.5,
ADD COLUMN     "smallestGroup" INTEGER NOT NULL DEFAULT 3;

-- AlterTable
ALTER TABLE "PacingDecision" ADD COLUMN     "mode" TEXT NOT NULL DEFAULT 'progressive';

-- CreateTable
CREATE TABLE "PacingMinute" (
    "campaignId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "readySec" INTEGER NOT NULL,
    "reservedSec" INTEGER NOT NULL,
    "talkingSec" INTEGER NOT NULL,
    "wrappingUpSec" INTEGER NOT NULL,
    "onBreakSec" INTEGER NOT NULL,
    "pendingSec" INTEGER NOT NULL,
    "launches" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "abandoned" INTEGER NOT NULL,

    CONSTRAINT "PacingMinute_pkey" PRIMARY KEY ("campaignId","at")
);

-- CreateTable
CREATE TABLE "PacingMemory" (
    "campaignId" UUID NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,
    "fence" INTEGER NOT NULL,
    "memory" JSONB NOT NULL,

    CONSTRAINT "PacingMemory_pkey" PRIMARY KEY ("campaignId")
);

-- CreateIndex
CREATE INDEX "Attempt_campaignId_answeredAt_idx" ON "Attempt"("campaignId", "answeredAt");

-- CreateIndex
CREATE INDEX "PacingDecision_campaignId_at_id_idx" ON "PacingDecision"("campaignId", "at", "id");

-- AddForeignKey
ALTER TABLE "PacingMinute" ADD CONSTRAINT "PacingMinute_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PacingMemory" ADD CONSTRAINT "PacingMemory_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_pacing_within_reason"
  CHECK ("ratio" BETWEEN 1 AND 10 AND "smallestGroup" BETWEEN 1 AND 1000 AND "callsPerAgent" BETWEEN 1 AND 50);
ALTER TABLE "PacingMinute" ADD CONSTRAINT "PacingMinute_counted" CHECK (
  least("readySec", "reservedSec", "talkingSec", "wrappingUpSec", "onBreakSec", "pendingSec", "launches", "abandoned") >= 0
  AND "answers" >= "abandoned");
