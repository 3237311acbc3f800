-- The attempt's facts as merged by the reducer; state, times and ending are read off them.
ALTER TABLE "Attempt" ADD COLUMN "record" JSONB NOT NULL DEFAULT '{}';

-- Reconciling looks at live attempts alone.
CREATE INDEX "Attempt_live_by_state" ON "Attempt" ("state", "intendedAt") WHERE "endedAt" IS NULL;
