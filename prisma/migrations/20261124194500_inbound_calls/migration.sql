-- How calls to a number of ours are taken; null = they are not.
ALTER TABLE "CallerId" ADD COLUMN "inbound" JSONB;

-- Who rang us, and his place in the queue.
CREATE TABLE "InboundCall" (
    "id" UUID NOT NULL,
    "carrierCallSid" TEXT NOT NULL,
    "callerIdId" UUID NOT NULL,
    "attemptId" UUID,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "arrivedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "InboundCall_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "InboundCall_outcome" CHECK ("outcome" IN ('unknown','closed','voicemail','callback','left')),
    CONSTRAINT "InboundCall_shared_has_attempt" CHECK (NOT "shared" OR "attemptId" IS NOT NULL)
);
CREATE UNIQUE INDEX "InboundCall_carrierCallSid_key" ON "InboundCall"("carrierCallSid");
CREATE UNIQUE INDEX "InboundCall_attemptId_key" ON "InboundCall"("attemptId");
CREATE INDEX "InboundCall_callerIdId_arrivedAt_idx" ON "InboundCall"("callerIdId", "arrivedAt");

-- Who rang in vain is rung back.
ALTER TABLE "CaseTask" DROP CONSTRAINT "CaseTask_kind";
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_kind" CHECK ("kind" IN ('trace_phone','lookup_114','registry_check','verification_checklist','data_entry','visit_entry','visit_proposal','return_call'));

ALTER TABLE "InboundCall" ADD CONSTRAINT "InboundCall_callerIdId_fkey" FOREIGN KEY ("callerIdId") REFERENCES "CallerId"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "InboundCall" ADD CONSTRAINT "InboundCall_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;
