-- A caller types the digits of a case's reference (INB-17): open cases are found by them without reading all of them.
CREATE INDEX "Case_open_by_digits" ON "Case" ((regexp_replace("refKey", '\D', '', 'g')), "id") WHERE "status" = 'open';

-- Whoever was told of a disposition hears that it was corrected.
CREATE FUNCTION webhook_disposition_corrected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_webhook_event('disposition.corrected', NEW."id", NEW."replacedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "WrapUpRevision_told" AFTER INSERT ON "WrapUpRevision" FOR EACH ROW
  EXECUTE FUNCTION webhook_disposition_corrected();
