-- CreateTable
CREATE TABLE "ZoneOverride" (
    "prefix" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "setAt" TIMESTAMPTZ(3) NOT NULL,
    "setById" UUID,

    CONSTRAINT "ZoneOverride_pkey" PRIMARY KEY ("prefix")
);

-- The zones that a line's calls are held to: those of the longest prefix somebody set a zone for, else the line's own.
CREATE FUNCTION "zones_of_line"(e164 TEXT, zones TEXT[]) RETURNS TEXT[] LANGUAGE sql STABLE AS $$
  SELECT COALESCE(
    (SELECT ARRAY[o."zone"] FROM "ZoneOverride" o WHERE starts_with(e164, o."prefix")
      ORDER BY length(o."prefix") DESC LIMIT 1),
    zones, '{}')
$$;
