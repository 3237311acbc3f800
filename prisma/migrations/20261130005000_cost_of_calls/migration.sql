-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "costCurrency" TEXT,
ADD COLUMN     "costMicros" INTEGER;
