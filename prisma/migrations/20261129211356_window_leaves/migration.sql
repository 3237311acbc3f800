-- CreateTable
CREATE TABLE "WindowLeave" (
    "id" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "agentId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "why" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedById" UUID,
    "granted" BOOLEAN,
    "reason" TEXT,
    "expiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "WindowLeave_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WindowLeave_attemptId_askedAt_idx" ON "WindowLeave"("attemptId", "askedAt");

-- AddForeignKey
ALTER TABLE "WindowLeave" ADD CONSTRAINT "WindowLeave_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowLeave" ADD CONSTRAINT "WindowLeave_agentId_fkey" FOREIGN KEY ("agentId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WindowLeave" ADD CONSTRAINT "WindowLeave_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- One question of a call waits at a time, and supervisors look at what waits.
CREATE UNIQUE INDEX "WindowLeave_one_waiting" ON "WindowLeave"("attemptId") WHERE "decidedAt" IS NULL AND "expiredAt" IS NULL;
CREATE INDEX "WindowLeave_waiting" ON "WindowLeave"("askedAt") WHERE "decidedAt" IS NULL AND "expiredAt" IS NULL;
