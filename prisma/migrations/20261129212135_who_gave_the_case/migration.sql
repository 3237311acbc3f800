-- AlterTable
ALTER TABLE "CaseChange" ADD COLUMN     "byId" UUID,
ADD COLUMN     "reason" TEXT;

-- Whoever gives a case says so in the transaction; a change without a word keeps none.
CREATE OR REPLACE FUNCTION log_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."caseClass" IS DISTINCT FROM OLD."caseClass" THEN
    INSERT INTO "CaseChange" ("caseId", "at", "field", "before", "after")
    VALUES (NEW."id", CASE WHEN NEW."classAt" IS DISTINCT FROM OLD."classAt" THEN NEW."classAt" ELSE now() END,
      'class', OLD."caseClass", NEW."caseClass");
  END IF;
  IF NEW."ownerId" IS DISTINCT FROM OLD."ownerId" THEN
    INSERT INTO "CaseChange" ("caseId", "at", "field", "before", "after", "byId", "reason")
    VALUES (NEW."id", now(), 'owner', OLD."ownerId"::text, NEW."ownerId"::text,
      NULLIF(current_setting('casedial.changed_by', true), '')::uuid,
      NULLIF(current_setting('casedial.reason', true), ''));
  END IF;
  RETURN NULL;
END $$;
