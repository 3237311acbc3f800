-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "affinityMs" INTEGER NOT NULL DEFAULT 40,
ADD COLUMN     "balanceOccupancy" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "languageRule" TEXT NOT NULL DEFAULT 'preferred',
ADD COLUMN     "requiredSkills" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "stickyDays" INTEGER NOT NULL DEFAULT 14;

-- AlterTable
ALTER TABLE "CampaignAgent" ADD COLUMN     "level" INTEGER NOT NULL DEFAULT 5;

-- AlterTable
ALTER TABLE "Case" ADD COLUMN     "language" TEXT;
