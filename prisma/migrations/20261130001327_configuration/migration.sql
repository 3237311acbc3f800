-- CreateTable
CREATE TABLE "WindowRule" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "preset" TEXT,
    "campaignId" UUID,
    "clientId" UUID,
    "zones" TEXT[],
    "classes" TEXT[],
    "weekdays" INTEGER[],
    "days" TEXT NOT NULL DEFAULT 'every',
    "calendar" TEXT,
    "hours" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WindowRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConfigVersion" (
    "id" UUID NOT NULL,
    "seq" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byId" UUID,
    "reason" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "restoredFrom" INTEGER,
    "document" JSONB,

    CONSTRAINT "ConfigVersion_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "WindowRule_name_key" ON "WindowRule"("name");

-- CreateIndex
CREATE INDEX "WindowRule_campaignId_idx" ON "WindowRule"("campaignId");

-- CreateIndex
CREATE INDEX "WindowRule_clientId_idx" ON "WindowRule"("clientId");

-- CreateIndex
CREATE UNIQUE INDEX "ConfigVersion_seq_key" ON "ConfigVersion"("seq");

-- CreateIndex
CREATE INDEX "ConfigVersion_at_idx" ON "ConfigVersion"("at");

-- CreateIndex
CREATE INDEX "ConfigVersion_byId_seq_idx" ON "ConfigVersion"("byId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "ConfigVersion_kind_key_number_key" ON "ConfigVersion"("kind", "key", "number");

-- AddForeignKey
ALTER TABLE "WindowRule" ADD CONSTRAINT "WindowRule_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "Campaign"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowRule" ADD CONSTRAINT "WindowRule_clientId_fkey" FOREIGN KEY ("clientId") REFERENCES "Client"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConfigVersion" ADD CONSTRAINT "ConfigVersion_byId_fkey" FOREIGN KEY ("byId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- A version tells what was configured when: it is written once.
CREATE FUNCTION "refuse_config_version_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of the configuration is never changed';
END $$;
CREATE TRIGGER "ConfigVersion_is_kept" BEFORE UPDATE OF "seq", "kind", "key", "number", "at", "reason", "origin", "restoredFrom", "document"
  ON "ConfigVersion" FOR EACH ROW EXECUTE FUNCTION "refuse_config_version_change"();
ALTER TABLE "ConfigVersion" ADD CONSTRAINT "ConfigVersion_number_known" CHECK ("number" >= 1);

-- The zones of an address: those of the longest beginning of its postal code somebody set a zone for, else its own.
CREATE FUNCTION "zones_of_address"(country TEXT, postal TEXT, zones TEXT[]) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT COALESCE(
    (SELECT ARRAY[o."zone"] FROM "ZoneOverride" o
      WHERE country IS NOT NULL AND postal IS NOT NULL AND o."prefix" NOT LIKE '+%'
        AND starts_with(country || '-' || upper(regexp_replace(postal, '[^0-9A-Za-z]', '', 'g')), o."prefix")
      ORDER BY length(o."prefix") DESC LIMIT 1),
    zones, '{}')
$$;
