-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "chance" DOUBLE PRECISION;
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_chance_is_a_share" CHECK ("chance" BETWEEN 0 AND 1);

-- CreateIndex
CREATE INDEX "AgentStateLog_to_idx" ON "AgentStateLog"("to");

-- CreateIndex
CREATE INDEX "Attempt_campaignId_endedAt_idx" ON "Attempt"("campaignId", "endedAt");
