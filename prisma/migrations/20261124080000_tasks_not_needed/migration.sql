-- AlterTable
ALTER TABLE "CaseTask" ADD COLUMN "notNeeded" BOOLEAN NOT NULL DEFAULT false;

-- A task that nobody has to do any more ended without anybody's work, result or lawful ground.
ALTER TABLE "CaseTask" DROP CONSTRAINT "CaseTask_done_says_by_whom";
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_done_says_by_whom" CHECK ("doneAt" IS NULL OR "notNeeded" OR ("doneById" IS NOT NULL AND "result" IS NOT NULL));
ALTER TABLE "CaseTask" DROP CONSTRAINT "CaseTask_registry_has_source";
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_registry_has_source" CHECK ("kind" <> 'registry_check' OR "doneAt" IS NULL OR "notNeeded" OR "sourceBasis" IS NOT NULL);
ALTER TABLE "CaseTask" ADD CONSTRAINT "CaseTask_not_needed" CHECK (NOT "notNeeded" OR ("doneAt" IS NOT NULL AND "doneById" IS NULL));

-- What a wrap-up said before its correction is kept as it was.
CREATE FUNCTION refuse_wrap_up_revision_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the revisions of a wrap-up are append only';
END $$;
CREATE TRIGGER "WrapUpRevision_append_only" BEFORE UPDATE OR DELETE ON "WrapUpRevision"
  FOR EACH ROW EXECUTE FUNCTION refuse_wrap_up_revision_change();
