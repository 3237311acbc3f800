-- AlterTable
ALTER TABLE "CallerId" ADD COLUMN     "checkedAt" TIMESTAMPTZ(3),
ADD COLUMN     "dailyLimit" INTEGER,
ADD COLUMN     "enabled" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "Campaign" ADD COLUMN     "filters" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "recordingNotice" TEXT,
ADD COLUMN     "schedule" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "CampaignAgent" ADD COLUMN     "viaTeam" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Trunk" ADD COLUMN     "accountTail" TEXT,
ADD COLUMN     "apiBase" TEXT,
ADD COLUMN     "costCurrency" TEXT,
ADD COLUMN     "costMicros" INTEGER,
ADD COLUMN     "credentials" TEXT,
ADD COLUMN     "credentialsAt" TIMESTAMPTZ(3),
ADD COLUMN     "failoverId" UUID,
ADD COLUMN     "outBecause" TEXT,
ADD COLUMN     "outSince" TIMESTAMPTZ(3),
ADD COLUMN     "prefixes" TEXT[],
ADD COLUMN     "probeAt" TIMESTAMPTZ(3),
ADD COLUMN     "probes" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "quiet" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "refusedPrefixes" TEXT[],
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "weight" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "CampaignTeam" (
    "campaignId" UUID NOT NULL,
    "teamId" UUID NOT NULL,

    CONSTRAINT "CampaignTeam_pkey" PRIMARY KEY ("campaignId","teamId")
);

-- CreateTable
CREATE TABLE "CampaignTrunk" (
    "campaignId" UUID NOT NULL,
    "trunkId" UUID NOT NULL,

    CONSTRAINT "CampaignTrunk_pkey" PRIMARY KEY ("campaignId","trunkId")
);

-- CreateTable
CREATE TABLE "CampaignCallerId" (
    "campaignId" UUID NOT NULL,
    "callerIdId" UUID NOT NULL,

    CONSTRAINT "CampaignCallerId_pkey" PRIMARY KEY ("campaignId","callerIdId")
);

-- CreateIndex
CREATE INDEX "CampaignTeam_teamId_idx" ON "CampaignTeam"("teamId");

-- CreateIndex
CREATE INDEX "CampaignTrunk_trunkId_idx" ON "CampaignTrunk"("trunkId");

-- CreateIndex
CREATE INDEX "CampaignCallerId_callerIdId_idx" ON "CampaignCallerId"("callerIdId");

-- CreateIndex
CREATE INDEX "Attempt_callerIdId_intendedAt_idx" ON "Attempt"("callerIdId", "intendedAt");

-- CreateIndex
CREATE INDEX "Trunk_failoverId_idx" ON "Trunk"("failoverId");

-- AddForeignKey
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_failoverId_fkey" FOREIGN KEY ("failoverId") REFERENCES "Trunk"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTeam" ADD CONSTRAINT "CampaignTeam_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTeam" ADD CONSTRAINT "CampaignTeam_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTrunk" ADD CONSTRAINT "CampaignTrunk_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTrunk" ADD CONSTRAINT "CampaignTrunk_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignCallerId" ADD CONSTRAINT "CampaignCallerId_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignCallerId" ADD CONSTRAINT "CampaignCallerId_callerIdId_fkey" FOREIGN KEY ("callerIdId") REFERENCES "CallerId"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the schema language cannot say.
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_failover_not_itself" CHECK ("failoverId" IS DISTINCT FROM "id");
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_weight_positive" CHECK ("weight" >= 1);
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_cost_has_currency" CHECK (("costMicros" IS NULL) = ("costCurrency" IS NULL));
ALTER TABLE "Trunk" ADD CONSTRAINT "Trunk_account_whole" CHECK (("credentials" IS NULL) = ("accountTail" IS NULL));
ALTER TABLE "CallerId" ADD CONSTRAINT "CallerId_daily_limit_positive" CHECK ("dailyLimit" IS NULL OR "dailyLimit" >= 1);
