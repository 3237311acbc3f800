-- What stood in a phone cell and is no number stays with the case it came with.
ALTER TABLE "Case" ADD COLUMN "rejectedNumbers" JSONB;
