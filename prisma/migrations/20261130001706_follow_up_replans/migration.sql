-- CreateTable
CREATE TABLE "FollowUpReplan" (
    "id" UUID NOT NULL,
    "campaignId" UUID,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "afterId" UUID NOT NULL,
    "doneAt" TIMESTAMPTZ(3),

    CONSTRAINT "FollowUpReplan_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "FollowUpReplan_doneAt_askedAt_idx" ON "FollowUpReplan"("doneAt", "askedAt");
