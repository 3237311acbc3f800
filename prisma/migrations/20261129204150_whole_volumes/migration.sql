-- AlterTable
ALTER TABLE "DayVolume" DROP CONSTRAINT "DayVolume_pkey",
ADD COLUMN     "whole" BOOLEAN NOT NULL DEFAULT false,
ADD CONSTRAINT "DayVolume_pkey" PRIMARY KEY ("scopeId", "whole", "day");
