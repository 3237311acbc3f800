-- AlterTable
ALTER TABLE "WrapUpRevision" ADD COLUMN     "excused" BOOLEAN NOT NULL DEFAULT false;
