-- CreateEnum
CREATE TYPE "RulePreviewStatus" AS ENUM ('queued', 'running', 'done', 'failed', 'cancelled');

-- AlterTable
-- A campaign names a shipped preset by version and what it tightens of it; the tenant names one for all else.
ALTER TABLE "Tenant" ADD COLUMN "presetVersion" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "Campaign" ADD COLUMN     "rulesVersion" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "tightening" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "RuleVersion" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "preset" TEXT NOT NULL,
    "presetVersion" INTEGER NOT NULL,
    "tightening" JSONB NOT NULL,
    "document" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "reason" TEXT NOT NULL,
    "restoredFrom" INTEGER,

    CONSTRAINT "RuleVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RulePreview" (
    "id" UUID NOT NULL,
    "campaignId" UUID NOT NULL,
    "preset" TEXT NOT NULL,
    "presetVersion" INTEGER NOT NULL,
    "tightening" JSONB NOT NULL,
    "status" "RulePreviewStatus" NOT NULL DEFAULT 'queued',
    "casesTotal" INTEGER NOT NULL DEFAULT 0,
    "casesDone" INTEGER NOT NULL DEFAULT 0,
    "cancelAsked" BOOLEAN NOT NULL DEFAULT false,
    "result" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdById" UUID,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RulePreview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RuleVersion_createdById_idx" ON "RuleVersion"("createdById");

-- CreateIndex
CREATE UNIQUE INDEX "RuleVersion_campaignId_number_key" ON "RuleVersion"("campaignId", "number");

-- CreateIndex
CREATE INDEX "RulePreview_campaignId_createdAt_idx" ON "RulePreview"("campaignId", "createdAt");

-- CreateIndex
CREATE INDEX "RulePreview_createdById_idx" ON "RulePreview"("createdById");

-- CreateIndex
CREATE INDEX "RulePreview_status_idx" ON "RulePreview"("status");

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulePreview" ADD CONSTRAINT "RulePreview_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RulePreview" ADD CONSTRAINT "RulePreview_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A rule version tells what was in force when: it is written once.
CREATE FUNCTION "refuse_rule_version_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a rule version is never changed';
END $$;
CREATE TRIGGER "RuleVersion_is_kept" BEFORE UPDATE ON "RuleVersion"
  FOR EACH ROW EXECUTE FUNCTION "refuse_rule_version_change"();

ALTER TABLE "RuleVersion" ADD CONSTRAINT "RuleVersion_number_known" CHECK ("number" >= 0);
-- One look ahead at a time for a campaign; a second would only slow the first.
CREATE UNIQUE INDEX "RulePreview_one_under_way" ON "RulePreview" ("campaignId") WHERE "status" IN ('queued', 'running');
