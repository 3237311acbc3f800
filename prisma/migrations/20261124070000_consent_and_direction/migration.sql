-- Who rang whom: an inbound talk counts as a talk, and as no call of ours.
ALTER TABLE "Attempt" ADD COLUMN "direction" TEXT NOT NULL DEFAULT 'outbound';
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_direction" CHECK ("direction" IN ('outbound','inbound'));

CREATE TABLE "Consent" (
    "id" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "givenOn" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recordedById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "Consent_channel" CHECK ("channel" IN ('call','letter','email','portal','in_person')),
    CONSTRAINT "Consent_withdrawn_by_somebody" CHECK (("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL))
);
CREATE INDEX "Consent_caseId_idx" ON "Consent"("caseId");
CREATE INDEX "Consent_debtorId_lineId_idx" ON "Consent"("debtorId", "lineId");
-- The same consent sent twice is one.
CREATE UNIQUE INDEX "Consent_one_open" ON "Consent" ("caseId", "lineId", "givenOn") WHERE "withdrawnAt" IS NULL;

ALTER TABLE "Consent" ADD CONSTRAINT "Consent_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_recordedById_fkey" FOREIGN KEY ("recordedById") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_withdrawnById_fkey" FOREIGN KEY ("withdrawnById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Callees whose agent was lost in the talk are called back before anybody else.
CREATE INDEX "Attempt_agent_lost" ON "Attempt" ("campaignId", "endedAt") WHERE "systemResult" = 'AGENT_LOST';
