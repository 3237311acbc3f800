-- AlterTable
ALTER TABLE "ZoneOverride" ADD COLUMN     "reason" TEXT NOT NULL DEFAULT '';
