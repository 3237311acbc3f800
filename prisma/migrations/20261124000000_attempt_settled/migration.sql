-- An ending is handed to follow-up until it was taken in; a pacing lease carries a fence that only grows.
ALTER TABLE "Attempt" ADD COLUMN "settledAt" TIMESTAMPTZ(3);
ALTER TABLE "Campaign" ADD COLUMN "pacingFence" INTEGER NOT NULL DEFAULT 0;

CREATE INDEX "Attempt_unsettled" ON "Attempt" ("endedAt") WHERE "endedAt" IS NOT NULL AND "settledAt" IS NULL;
