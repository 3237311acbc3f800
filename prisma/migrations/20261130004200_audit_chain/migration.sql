ALTER TABLE "AuditEntry" ADD COLUMN "hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN "seq" BIGINT NOT NULL DEFAULT 0;

-- What an entry says, in one spelling, together with the hash of the entry before it.
CREATE FUNCTION audit_hash(before text, entry "AuditEntry") RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    before, entry."seq", entry."id", (extract(epoch FROM entry."at") * 1000)::bigint,
    entry."actorId", entry."action", entry."subjectType", entry."subjectId", entry."detail"
  )::text, 'UTF8')), 'hex')
$$;

-- Writers stand in line until the one before has committed: no two take the same place. An entry written inside a longer
-- transaction keeps the line closed until that ends.
CREATE FUNCTION chain_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('AuditEntry'));
  SELECT "seq", "hash" INTO last FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1;
  NEW."seq" := COALESCE(last."seq", 0) + 1;
  NEW."hash" := audit_hash(COALESCE(last."hash", ''), NEW);
  RETURN NEW;
END $$;

CREATE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append only';
END $$;

-- What was written before is chained in its order.
DO $$
DECLARE
  entry "AuditEntry";
  place bigint := 0;
  before text := '';
BEGIN
  FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "at", "id" LOOP
    place := place + 1;
    entry."seq" := place;
    before := audit_hash(before, entry);
    UPDATE "AuditEntry" SET "seq" = place, "hash" = before WHERE "id" = entry."id";
  END LOOP;
END $$;

-- CreateIndex
CREATE UNIQUE INDEX "AuditEntry_seq_key" ON "AuditEntry"("seq");

-- CreateIndex
CREATE INDEX "AuditEntry_action_at_idx" ON "AuditEntry"("action", "at");

CREATE TRIGGER "AuditEntry_chained" BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER "AuditEntry_kept" BEFORE UPDATE OR DELETE ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
CREATE TRIGGER "AuditEntry_not_emptied" BEFORE TRUNCATE ON "AuditEntry" FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();
