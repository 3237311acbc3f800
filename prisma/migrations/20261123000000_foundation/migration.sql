-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('agent', 'supervisor', 'admin');

-- CreateEnum
CREATE TYPE "PlacementStatus" AS ENUM ('inspected', 'queued', 'running', 'cancelled', 'failed', 'done');

-- CreateEnum
CREATE TYPE "CaseStatus" AS ENUM ('open', 'closed', 'recalled');

-- CreateEnum
CREATE TYPE "CampaignStatus" AS ENUM ('draft', 'running', 'paused', 'drained');

-- CreateTable
CREATE TABLE "Tenant" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "preset" TEXT NOT NULL,
    "businessZone" TEXT NOT NULL,
    "dialingOff" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Tenant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'zh-CN',
    "dailyGoal" INTEGER NOT NULL DEFAULT 50,
    "simulated" BOOLEAN NOT NULL DEFAULT false,
    "failedSignIns" INTEGER NOT NULL DEFAULT 0,
    "lockedUntil" TIMESTAMPTZ(3),
    "disabledAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "teamId" UUID,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Client" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClientMapping" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "profile" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ClientMapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Placement" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "storedPath" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "byteSize" BIGINT NOT NULL,
    "status" "PlacementStatus" NOT NULL DEFAULT 'inspected',
    "format" JSONB NOT NULL,
    "profile" JSONB NOT NULL,
    "mapping" JSONB NOT NULL,
    "checkpointRow" INTEGER NOT NULL DEFAULT 0,
    "rowsRead" INTEGER NOT NULL DEFAULT 0,
    "accepted" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "totalRows" INTEGER,
    "bytesRead" BIGINT NOT NULL DEFAULT 0,
    "sums" JSONB,
    "errorCode" TEXT,
    "errorDetail" JSONB,
    "cancelAsked" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "heartbeatAt" TIMESTAMPTZ(3),

    CONSTRAINT "Placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlacementRow" (
    "id" UUID NOT NULL,
    "placementId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "reasons" TEXT[],
    "original" JSONB NOT NULL,

    CONSTRAINT "PlacementRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Debtor" (
    "id" UUID NOT NULL,
    "linkKey" TEXT NOT NULL,
    "name" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Debtor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Line" (
    "id" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "country" TEXT,
    "lineType" TEXT NOT NULL DEFAULT 'unknown',
    "zones" TEXT[],
    "vacantCount" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DebtorLine" (
    "debtorId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "noSuchPersonCount" INTEGER NOT NULL DEFAULT 0,
    "resignedCount" INTEGER NOT NULL DEFAULT 0,
    "movedCount" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL DEFAULT 'active',
    "statusReason" TEXT,
    "statusAt" TIMESTAMPTZ(3),
    "holdUntil" TIMESTAMPTZ(3),
    "holdReason" TEXT,
    "lastAttemptAt" TIMESTAMPTZ(3),
    "lastResult" TEXT,

    CONSTRAINT "DebtorLine_pkey" PRIMARY KEY ("debtorId","lineId")
);

-- CreateTable
CREATE TABLE "PhoneNumber" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "class" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "extension" TEXT NOT NULL DEFAULT '',
    "person" TEXT,
    "relation" TEXT,
    "note" TEXT,
    "noteCodes" TEXT[],
    "source" TEXT NOT NULL DEFAULT 'placement',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhoneNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Case" (
    "id" UUID NOT NULL,
    "clientId" UUID NOT NULL,
    "externalRef" TEXT NOT NULL,
    "refKey" TEXT NOT NULL,
    "debtorId" UUID NOT NULL,
    "placementId" UUID,
    "campaignId" UUID,
    "ownerId" UUID,
    "status" "CaseStatus" NOT NULL DEFAULT 'open',
    "cardLast4" TEXT,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "overdueDays" INTEGER,
    "placementDate" DATE NOT NULL,
    "recallDate" DATE,
    "remark" TEXT,
    "workName" TEXT,
    "workAddress" TEXT,
    "homeAddress" TEXT,
    "hukouAddress" TEXT,
    "city" TEXT,
    "state" TEXT,
    "postalCode" TEXT,
    "addressZones" TEXT[],
    "warnings" TEXT[],
    "contentHash" TEXT,
    "caseClass" TEXT NOT NULL DEFAULT 'NEW',
    "classAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "effective" BOOLEAN NOT NULL DEFAULT false,
    "nextFollowUpOn" DATE,
    "callbackAt" TIMESTAMPTZ(3),
    "roundNumber" INTEGER NOT NULL DEFAULT 1,
    "roundStartedAt" TIMESTAMPTZ(3),
    "lastRoundOn" DATE,
    "dueAt" TIMESTAMPTZ(3),
    "dueReason" TEXT,
    "firstAttemptAt" TIMESTAMPTZ(3),
    "lastAttemptAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseStop" (
    "id" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "caseId" UUID,
    "kind" TEXT NOT NULL,
    "reason" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" UUID,
    "liftedAt" TIMESTAMPTZ(3),
    "liftedBy" UUID,
    "liftReason" TEXT,

    CONSTRAINT "CaseStop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Note" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "authorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "text" TEXT NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Promise" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "wrapUpId" UUID,
    "amountMinor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Promise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Trunk" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "cps" DOUBLE PRECISION NOT NULL DEFAULT 1,
    "channels" INTEGER NOT NULL DEFAULT 10,
    "priority" INTEGER NOT NULL DEFAULT 1,
    "vacantGuardSince" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Trunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallerId" (
    "id" UUID NOT NULL,
    "trunkId" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "CallerId_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "CampaignStatus" NOT NULL DEFAULT 'draft',
    "preset" TEXT NOT NULL,
    "presetVersion" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL DEFAULT 'progressive',
    "trunkId" UUID NOT NULL,
    "ringTimeoutMs" INTEGER NOT NULL DEFAULT 30000,
    "abandonTreatment" TEXT NOT NULL DEFAULT 'message',
    "abandonMessage" TEXT,
    "maxAbandonRate" DOUBLE PRECISION NOT NULL DEFAULT 0.03,
    "amd" BOOLEAN NOT NULL DEFAULT true,
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CampaignAgent" (
    "campaignId" UUID NOT NULL,
    "userId" UUID NOT NULL,

    CONSTRAINT "CampaignAgent_pkey" PRIMARY KEY ("campaignId","userId")
);

-- CreateTable
CREATE TABLE "PacingDecision" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "launch" INTEGER NOT NULL,
    "because" TEXT NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "PacingDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attempt" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "numberId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "campaignId" UUID,
    "trunkId" UUID NOT NULL,
    "callerIdId" UUID NOT NULL,
    "origin" TEXT NOT NULL DEFAULT 'auto',
    "mode" TEXT NOT NULL DEFAULT 'progressive',
    "state" TEXT NOT NULL DEFAULT 'intended',
    "version" INTEGER NOT NULL DEFAULT 1,
    "roundNumber" INTEGER NOT NULL DEFAULT 1,
    "tokenHash" TEXT NOT NULL,
    "carrierCallSid" TEXT,
    "carrierQueueMs" INTEGER,
    "intendedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dialByAt" TIMESTAMPTZ(3) NOT NULL,
    "placedAt" TIMESTAMPTZ(3),
    "ringingAt" TIMESTAMPTZ(3),
    "answeredAt" TIMESTAMPTZ(3),
    "offeredAt" TIMESTAMPTZ(3),
    "connectedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endFault" TEXT,
    "endReason" TEXT,
    "systemResult" TEXT,
    "sipCode" INTEGER,
    "answeredBy" TEXT,
    "agentId" UUID,
    "presetName" TEXT NOT NULL,
    "presetVersion" INTEGER NOT NULL,
    "decision" JSONB NOT NULL,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CarrierEvent" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "sequence" INTEGER,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "appliedAt" TIMESTAMPTZ(3),
    "payload" JSONB NOT NULL,

    CONSTRAINT "CarrierEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CounterEvent" (
    "id" UUID NOT NULL,
    "attemptId" UUID,
    "lineId" UUID NOT NULL,
    "debtorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "party" TEXT NOT NULL DEFAULT 'none',
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CounterEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WrapUp" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "classAfter" TEXT NOT NULL,
    "nextFollowUpOn" DATE,
    "callbackAt" TIMESTAMPTZ(3),
    "note" TEXT,
    "details" JSONB,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "acwMs" INTEGER NOT NULL,

    CONSTRAINT "WrapUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recording" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "numberId" UUID NOT NULL,
    "agentId" UUID,
    "source" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "path" TEXT,
    "channels" INTEGER NOT NULL DEFAULT 2,
    "durationMs" INTEGER NOT NULL DEFAULT 0,
    "byteSize" BIGINT NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "boundAt" TIMESTAMPTZ(3),

    CONSTRAINT "Recording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" TEXT,
    "detail" JSONB,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AgentPresence" (
    "userId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'signed_out',
    "reason" TEXT,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readySince" TIMESTAMPTZ(3),
    "attemptId" UUID,
    "nodeId" TEXT,
    "aliveAt" TIMESTAMPTZ(3),
    "wish" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgentPresence_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "AgentStateLog" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "AgentStateLog_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Team_name_key" ON "Team"("name");

-- CreateIndex
CREATE UNIQUE INDEX "User_username_key" ON "User"("username");

-- CreateIndex
CREATE INDEX "User_teamId_idx" ON "User"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE INDEX "AuditEntry_subjectType_subjectId_at_idx" ON "AuditEntry"("subjectType", "subjectId", "at");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_idx" ON "AuditEntry"("actorId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Client_name_key" ON "Client"("name");

-- CreateIndex
CREATE UNIQUE INDEX "ClientMapping_clientId_fingerprint_key" ON "ClientMapping"("clientId", "fingerprint");

-- CreateIndex
CREATE INDEX "Placement_clientId_createdAt_idx" ON "Placement"("clientId", "createdAt");

-- CreateIndex
CREATE INDEX "Placement_status_idx" ON "Placement"("status");

-- CreateIndex
CREATE UNIQUE INDEX "PlacementRow_placementId_rowNumber_key" ON "PlacementRow"("placementId", "rowNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Debtor_linkKey_key" ON "Debtor"("linkKey");

-- CreateIndex
CREATE UNIQUE INDEX "Line_e164_key" ON "Line"("e164");

-- CreateIndex
CREATE INDEX "DebtorLine_lineId_idx" ON "DebtorLine"("lineId");

-- CreateIndex
CREATE INDEX "PhoneNumber_debtorId_idx" ON "PhoneNumber"("debtorId");

-- CreateIndex
CREATE INDEX "PhoneNumber_lineId_idx" ON "PhoneNumber"("lineId");

-- CreateIndex
CREATE UNIQUE INDEX "PhoneNumber_caseId_lineId_extension_key" ON "PhoneNumber"("caseId", "lineId", "extension");

-- CreateIndex
CREATE INDEX "Case_debtorId_idx" ON "Case"("debtorId");

-- CreateIndex
CREATE INDEX "Case_ownerId_idx" ON "Case"("ownerId");

-- CreateIndex
CREATE INDEX "Case_placementId_idx" ON "Case"("placementId");

-- CreateIndex
CREATE UNIQUE INDEX "Case_clientId_refKey_key" ON "Case"("clientId", "refKey");

-- CreateIndex
CREATE INDEX "CaseStop_debtorId_idx" ON "CaseStop"("debtorId");

-- CreateIndex
CREATE INDEX "CaseStop_caseId_idx" ON "CaseStop"("caseId");

-- CreateIndex
CREATE INDEX "Note_caseId_at_idx" ON "Note"("caseId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Promise_wrapUpId_key" ON "Promise"("wrapUpId");

-- CreateIndex
CREATE INDEX "Promise_caseId_idx" ON "Promise"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Trunk_name_key" ON "Trunk"("name");

-- CreateIndex
CREATE UNIQUE INDEX "CallerId_e164_key" ON "CallerId"("e164");

-- CreateIndex
CREATE INDEX "CallerId_trunkId_idx" ON "CallerId"("trunkId");

-- CreateIndex
CREATE UNIQUE INDEX "Campaign_name_key" ON "Campaign"("name");

-- CreateIndex
CREATE INDEX "CampaignAgent_userId_idx" ON "CampaignAgent"("userId");

-- CreateIndex
CREATE INDEX "PacingDecision_campaignId_at_idx" ON "PacingDecision"("campaignId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_tokenHash_key" ON "Attempt"("tokenHash");

-- CreateIndex
CREATE UNIQUE INDEX "Attempt_carrierCallSid_key" ON "Attempt"("carrierCallSid");

-- CreateIndex
CREATE INDEX "Attempt_caseId_intendedAt_idx" ON "Attempt"("caseId", "intendedAt");

-- CreateIndex
CREATE INDEX "Attempt_debtorId_intendedAt_idx" ON "Attempt"("debtorId", "intendedAt");

-- CreateIndex
CREATE INDEX "Attempt_lineId_intendedAt_idx" ON "Attempt"("lineId", "intendedAt");

-- CreateIndex
CREATE INDEX "Attempt_campaignId_intendedAt_idx" ON "Attempt"("campaignId", "intendedAt");

-- CreateIndex
CREATE INDEX "Attempt_agentId_intendedAt_idx" ON "Attempt"("agentId", "intendedAt");

-- CreateIndex
CREATE INDEX "Attempt_trunkId_endedAt_idx" ON "Attempt"("trunkId", "endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CarrierEvent_dedupeKey_key" ON "CarrierEvent"("dedupeKey");

-- CreateIndex
CREATE INDEX "CarrierEvent_attemptId_receivedAt_idx" ON "CarrierEvent"("attemptId", "receivedAt");

-- CreateIndex
CREATE UNIQUE INDEX "CounterEvent_attemptId_key" ON "CounterEvent"("attemptId");

-- CreateIndex
CREATE INDEX "CounterEvent_lineId_at_idx" ON "CounterEvent"("lineId", "at");

-- CreateIndex
CREATE INDEX "CounterEvent_debtorId_lineId_at_idx" ON "CounterEvent"("debtorId", "lineId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WrapUp_attemptId_key" ON "WrapUp"("attemptId");

-- CreateIndex
CREATE INDEX "WrapUp_caseId_savedAt_idx" ON "WrapUp"("caseId", "savedAt");

-- CreateIndex
CREATE INDEX "WrapUp_agentId_savedAt_idx" ON "WrapUp"("agentId", "savedAt");

-- CreateIndex
CREATE INDEX "Recording_caseId_startedAt_idx" ON "Recording"("caseId", "startedAt");

-- CreateIndex
CREATE INDEX "Recording_status_startedAt_idx" ON "Recording"("status", "startedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Recording_attemptId_source_key" ON "Recording"("attemptId", "source");

-- CreateIndex
CREATE INDEX "Alert_kind_raisedAt_idx" ON "Alert"("kind", "raisedAt");

-- CreateIndex
CREATE INDEX "AgentPresence_state_readySince_idx" ON "AgentPresence"("state", "readySince");

-- CreateIndex
CREATE INDEX "AgentStateLog_userId_from_idx" ON "AgentStateLog"("userId", "from");

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClientMapping" ADD CONSTRAINT "ClientMapping_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Placement" ADD CONSTRAINT "Placement_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlacementRow" ADD CONSTRAINT "PlacementRow_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtorLine" ADD CONSTRAINT "DebtorLine_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DebtorLine" ADD CONSTRAINT "DebtorLine_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_placementId_fkey" FOREIGN KEY ("placementId") REFERENCES "Placement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Case" ADD CONSTRAINT "Case_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStop" ADD CONSTRAINT "CaseStop_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseStop" ADD CONSTRAINT "CaseStop_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_wrapUpId_fkey" FOREIGN KEY ("wrapUpId") REFERENCES "WrapUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallerId" ADD CONSTRAINT "CallerId_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignAgent" ADD CONSTRAINT "CampaignAgent_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignAgent" ADD CONSTRAINT "CampaignAgent_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PacingDecision" ADD CONSTRAINT "PacingDecision_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_debtorId_fkey" FOREIGN KEY ("debtorId") REFERENCES "Debtor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_numberId_fkey" FOREIGN KEY ("numberId") REFERENCES "PhoneNumber"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_callerIdId_fkey" FOREIGN KEY ("callerIdId") REFERENCES "CallerId"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CarrierEvent" ADD CONSTRAINT "CarrierEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CounterEvent" ADD CONSTRAINT "CounterEvent_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CounterEvent" ADD CONSTRAINT "CounterEvent_lineId_fkey" FOREIGN KEY ("lineId") REFERENCES "Line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrapUp" ADD CONSTRAINT "WrapUp_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrapUp" ADD CONSTRAINT "WrapUp_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WrapUp" ADD CONSTRAINT "WrapUp_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_numberId_fkey" FOREIGN KEY ("numberId") REFERENCES "PhoneNumber"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentPresence" ADD CONSTRAINT "AgentPresence_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgentStateLog" ADD CONSTRAINT "AgentStateLog_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
-- INV-1: at most one live attempt per person and per line, whoever asks. The database refuses the second one.
CREATE UNIQUE INDEX "Attempt_one_live_per_debtor" ON "Attempt" ("debtorId") WHERE "endedAt" IS NULL;
CREATE UNIQUE INDEX "Attempt_one_live_per_line" ON "Attempt" ("lineId") WHERE "endedAt" IS NULL;
-- The hot path: which cases of a campaign are due.
CREATE INDEX "Case_due" ON "Case" ("campaignId", "dueAt", "id") WHERE "status" = 'open' AND "dueAt" IS NOT NULL;
CREATE INDEX "Attempt_live_by_campaign" ON "Attempt" ("campaignId") WHERE "endedAt" IS NULL;
CREATE INDEX "Attempt_live_by_trunk" ON "Attempt" ("trunkId") WHERE "endedAt" IS NULL;
CREATE INDEX "CarrierEvent_unapplied" ON "CarrierEvent" ("receivedAt") WHERE "appliedAt" IS NULL;
CREATE INDEX "CaseStop_open_person" ON "CaseStop" ("debtorId") WHERE "liftedAt" IS NULL;
CREATE UNIQUE INDEX "Promise_one_open_per_case" ON "Promise" ("caseId") WHERE "status" = 'open';
CREATE UNIQUE INDEX "AgentPresence_one_attempt" ON "AgentPresence" ("attemptId") WHERE "attemptId" IS NOT NULL;
CREATE UNIQUE INDEX "Alert_one_open" ON "Alert" ("kind", COALESCE("subjectId", '')) WHERE "resolvedAt" IS NULL;

ALTER TABLE "Tenant" ADD CONSTRAINT "Tenant_single" CHECK ("id" = 1);
ALTER TABLE "Line" ADD CONSTRAINT "Line_e164" CHECK ("e164" ~ '^\+[1-9][0-9]{5,14}$');
ALTER TABLE "Line" ADD CONSTRAINT "Line_vacant_not_negative" CHECK ("vacantCount" >= 0);
ALTER TABLE "DebtorLine" ADD CONSTRAINT "DebtorLine_counts_not_negative" CHECK ("noSuchPersonCount" >= 0 AND "resignedCount" >= 0 AND "movedCount" >= 0);
ALTER TABLE "DebtorLine" ADD CONSTRAINT "DebtorLine_status" CHECK ("status" IN ('active','suspect','invalid','unverified','blocked','malformed'));
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_class" CHECK ("class" IN ('self_mobile','work','home','contact','relative','emergency','traced'));
ALTER TABLE "PhoneNumber" ADD CONSTRAINT "PhoneNumber_position" CHECK ("position" >= 1);
ALTER TABLE "Case" ADD CONSTRAINT "Case_amount_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "Case" ADD CONSTRAINT "Case_recall_after_placement" CHECK ("recallDate" IS NULL OR "recallDate" >= "placementDate");
ALTER TABLE "Case" ADD CONSTRAINT "Case_closed_not_due" CHECK ("status" = 'open' OR "dueAt" IS NULL);
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_amount_positive" CHECK ("amountMinor" > 0);
ALTER TABLE "Promise" ADD CONSTRAINT "Promise_status" CHECK ("status" IN ('open','kept','broken','replaced'));
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_state" CHECK ("state" IN ('intended','placing','unconfirmed','queued','ringing','answered','connected','ended'));
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_ended_says_why" CHECK (("state" = 'ended') = ("endedAt" IS NOT NULL) AND ("endedAt" IS NULL OR ("endFault" IS NOT NULL AND "endReason" IS NOT NULL)));
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_connected_has_agent" CHECK ("connectedAt" IS NULL OR "agentId" IS NOT NULL);
ALTER TABLE "Recording" ADD CONSTRAINT "Recording_complete_has_file" CHECK ("status" <> 'complete' OR ("path" IS NOT NULL AND "sha256" IS NOT NULL AND "endedAt" IS NOT NULL));
ALTER TABLE "AgentPresence" ADD CONSTRAINT "AgentPresence_state" CHECK ("state" IN ('signed_out','ready','reserved','talking','wrapping_up','on_break'));
ALTER TABLE "AgentPresence" ADD CONSTRAINT "AgentPresence_call_states" CHECK ("attemptId" IS NOT NULL OR "state" NOT IN ('reserved','talking'));
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_limits" CHECK ("cps" > 0 AND "channels" > 0);
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_abandon_target" CHECK ("maxAbandonRate" >= 0 AND "maxAbandonRate" <= 0.2);
