-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "tail" TEXT NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KeptAnswer" (
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "sealed" TEXT,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "KeptAnswer_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "events" TEXT[],
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "sealed" TEXT NOT NULL,
    "formerSealed" TEXT,
    "formerUntil" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookEvent" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "spreadAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WebhookDelivery" (
    "id" UUID NOT NULL,
    "eventId" UUID NOT NULL,
    "endpointId" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "round" INTEGER NOT NULL DEFAULT 1,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "lastAt" TIMESTAMPTZ(3),
    "lastStatus" INTEGER,
    "lastFault" TEXT,

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_hash_key" ON "ApiKey"("hash");

-- CreateIndex
CREATE INDEX "ApiKey_userId_idx" ON "ApiKey"("userId");

-- CreateIndex
CREATE INDEX "KeptAnswer_claimedAt_idx" ON "KeptAnswer"("claimedAt");

-- CreateIndex
CREATE INDEX "WebhookEvent_spreadAt_at_idx" ON "WebhookEvent"("spreadAt", "at");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookEvent_kind_subjectId_key" ON "WebhookEvent"("kind", "subjectId");

-- CreateIndex
CREATE INDEX "WebhookDelivery_state_dueAt_idx" ON "WebhookDelivery"("state", "dueAt");

-- CreateIndex
CREATE INDEX "WebhookDelivery_endpointId_id_idx" ON "WebhookDelivery"("endpointId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "WebhookDelivery_eventId_endpointId_key" ON "WebhookDelivery"("eventId", "endpointId");

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "WebhookEvent"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_endpointId_fkey" FOREIGN KEY ("endpointId") REFERENCES "WebhookEndpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What happened is noted in the transaction in which it did, so that no crash loses it; nothing while nobody asks for it.
CREATE FUNCTION note_webhook_event(event_kind text, subject uuid, happened timestamptz) RETURNS void LANGUAGE sql AS $$
  INSERT INTO "WebhookEvent" ("kind", "subjectId", "at")
  SELECT event_kind, subject, happened
  WHERE EXISTS (SELECT 1 FROM "WebhookEndpoint" WHERE "enabled" AND event_kind = ANY ("events"))
  ON CONFLICT ("kind", "subjectId") DO NOTHING
$$;

CREATE FUNCTION webhook_call_ended() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_webhook_event('call.ended', NEW."id", NEW."endedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "Attempt_ended_told" AFTER UPDATE OF "endedAt" ON "Attempt" FOR EACH ROW
  WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION webhook_call_ended();

CREATE FUNCTION webhook_disposition_set() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_webhook_event('disposition.set', NEW."id", NEW."savedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "WrapUp_told" AFTER INSERT ON "WrapUp" FOR EACH ROW EXECUTE FUNCTION webhook_disposition_set();

CREATE FUNCTION webhook_promise_made() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_webhook_event('promise.made', NEW."id", NEW."createdAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "Promise_told" AFTER INSERT ON "Promise" FOR EACH ROW EXECUTE FUNCTION webhook_promise_made();

CREATE FUNCTION webhook_recording_ready() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM note_webhook_event('recording.ready', NEW."id", COALESCE(NEW."boundAt", NEW."endedAt", now()));
  RETURN NULL;
END $$;
CREATE TRIGGER "Recording_told" AFTER INSERT OR UPDATE OF "status" ON "Recording" FOR EACH ROW
  WHEN (NEW."status" = 'complete') EXECUTE FUNCTION webhook_recording_ready();
