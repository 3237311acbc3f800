-- AlterTable
ALTER TABLE "FollowUpReplan" ADD COLUMN     "asked" INTEGER NOT NULL DEFAULT 1;
