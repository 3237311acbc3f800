-- What the schema language cannot say.
-- The list of cases in each of its orders: a page is the first rows of a walk, not the top of a sort. A case without a date
-- or without a call stands where one at the end or at the beginning of time would.
CREATE INDEX "Case_by_owed" ON "Case" ((GREATEST("amountMinor" - "paidMinor", 0)), "id");
CREATE INDEX "Case_by_next" ON "Case" ((COALESCE("nextFollowUpOn", 'infinity'::date)), "id");
CREATE INDEX "Case_by_last" ON "Case" ((COALESCE("lastAttemptAt", '1970-01-01 00:00:00+00'::timestamptz)), "id");
