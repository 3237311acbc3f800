-- CreateTable
CREATE TABLE "TestNumber" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "e164" TEXT NOT NULL,
    "label" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TestNumber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestCall" (
    "id" UUID NOT NULL,
    "trunkId" UUID NOT NULL,
    "testNumberId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "carrierCallSid" TEXT,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TestCall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestCallEvent" (
    "id" UUID NOT NULL,
    "testCallId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "what" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "dedupeKey" TEXT NOT NULL,

    CONSTRAINT "TestCallEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TestNumber_e164_key" ON "TestNumber"("e164");

-- CreateIndex
CREATE INDEX "TestNumber_userId_idx" ON "TestNumber"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "TestCall_tokenHash_key" ON "TestCall"("tokenHash");

-- CreateIndex
CREATE INDEX "TestCall_testNumberId_startedAt_idx" ON "TestCall"("testNumberId", "startedAt");

-- CreateIndex
CREATE INDEX "TestCall_trunkId_idx" ON "TestCall"("trunkId");

-- CreateIndex
CREATE INDEX "TestCallEvent_testCallId_at_idx" ON "TestCallEvent"("testCallId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "TestCallEvent_testCallId_dedupeKey_key" ON "TestCallEvent"("testCallId", "dedupeKey");

-- AddForeignKey
ALTER TABLE "TestNumber" ADD CONSTRAINT "TestNumber_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestCall" ADD CONSTRAINT "TestCall_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestCall" ADD CONSTRAINT "TestCall_testNumberId_fkey" FOREIGN KEY ("testNumberId") REFERENCES "TestNumber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestCallEvent" ADD CONSTRAINT "TestCallEvent_testCallId_fkey" FOREIGN KEY ("testCallId") REFERENCES "TestCall"("id") ON DELETE CASCADE ON UPDATE CASCADE;
