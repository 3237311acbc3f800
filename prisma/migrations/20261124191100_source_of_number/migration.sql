-- AlterTable
ALTER TABLE "PhoneNumber" ADD COLUMN     "sourceBasis" TEXT;
