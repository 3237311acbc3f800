-- AlterTable
ALTER TABLE "Handover" ADD COLUMN     "cancelledAt" TIMESTAMPTZ(3),
ADD COLUMN     "cancelledById" UUID;

-- AddForeignKey
ALTER TABLE "Handover" ADD CONSTRAINT "Handover_cancelledById_fkey" FOREIGN KEY ("cancelledById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
