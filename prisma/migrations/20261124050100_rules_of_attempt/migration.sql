-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "rulesVersion" INTEGER NOT NULL DEFAULT 0;
