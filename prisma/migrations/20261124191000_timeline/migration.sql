-- CreateTable
CREATE TABLE "NumberChange" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "debtorId" UUID NOT NULL,
    "lineId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "before" TEXT,
    "after" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "NumberChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CaseChange" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,

    CONSTRAINT "CaseChange_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "NumberChange_debtorId_lineId_at_idx" ON "NumberChange"("debtorId", "lineId", "at");

-- CreateIndex
CREATE INDEX "CaseChange_caseId_at_idx" ON "CaseChange"("caseId", "at");

-- AddForeignKey
ALTER TABLE "NumberChange" ADD CONSTRAINT "NumberChange_debtorId_lineId_fkey" FOREIGN KEY ("debtorId", "lineId") REFERENCES "DebtorLine"("debtorId", "lineId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseChange" ADD CONSTRAINT "CaseChange_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CaseChange" ADD CONSTRAINT "CaseChange_field_known" CHECK ("field" IN ('class', 'owner'));

-- Classes, owners and statuses change in many statements, some of them over many cases at once: the log is kept here so
-- that none of them can forget it.
CREATE FUNCTION log_case_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."caseClass" IS DISTINCT FROM OLD."caseClass" THEN
    INSERT INTO "CaseChange" ("caseId", "at", "field", "before", "after")
    VALUES (NEW."id", CASE WHEN NEW."classAt" IS DISTINCT FROM OLD."classAt" THEN NEW."classAt" ELSE now() END,
      'class', OLD."caseClass", NEW."caseClass");
  END IF;
  IF NEW."ownerId" IS DISTINCT FROM OLD."ownerId" THEN
    INSERT INTO "CaseChange" ("caseId", "at", "field", "before", "after")
    VALUES (NEW."id", now(), 'owner', OLD."ownerId"::text, NEW."ownerId"::text);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Case_changes_logged" AFTER UPDATE OF "caseClass", "ownerId" ON "Case" FOR EACH ROW
  WHEN (OLD."caseClass" IS DISTINCT FROM NEW."caseClass" OR OLD."ownerId" IS DISTINCT FROM NEW."ownerId")
  EXECUTE FUNCTION log_case_change();

CREATE FUNCTION log_number_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "NumberChange" ("debtorId", "lineId", "at", "after", "reason")
    VALUES (NEW."debtorId", NEW."lineId", COALESCE(NEW."statusAt", now()), NEW."status", NEW."statusReason");
  ELSE
    INSERT INTO "NumberChange" ("debtorId", "lineId", "at", "before", "after", "reason")
    VALUES (NEW."debtorId", NEW."lineId",
      CASE WHEN NEW."statusAt" IS DISTINCT FROM OLD."statusAt" THEN COALESCE(NEW."statusAt", now()) ELSE now() END,
      OLD."status", NEW."status", NEW."statusReason");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "DebtorLine_arrival_logged" AFTER INSERT ON "DebtorLine" FOR EACH ROW
  WHEN (NEW."status" <> 'active') EXECUTE FUNCTION log_number_change();
CREATE TRIGGER "DebtorLine_status_logged" AFTER UPDATE OF "status" ON "DebtorLine" FOR EACH ROW
  WHEN (OLD."status" IS DISTINCT FROM NEW."status") EXECUTE FUNCTION log_number_change();

CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the log of changes takes additions only';
END $$;
CREATE TRIGGER "CaseChange_append_only" BEFORE UPDATE ON "CaseChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
CREATE TRIGGER "NumberChange_append_only" BEFORE UPDATE ON "NumberChange"
  FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
