-- AlterTable
ALTER TABLE "Trunk" ADD COLUMN     "backAt" TIMESTAMPTZ(3),
ADD COLUMN     "outBy" UUID,
ADD COLUMN     "probesGood" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "watch" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "TrunkRefusal" (
    "id" UUID NOT NULL,
    "trunkId" UUID NOT NULL,
    "attemptId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "code" INTEGER NOT NULL,
    "fault" TEXT NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "TrunkRefusal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TrunkRefusal_trunkId_at_idx" ON "TrunkRefusal"("trunkId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "TrunkRefusal_attemptId_trunkId_key" ON "TrunkRefusal"("attemptId", "trunkId");

-- AddForeignKey
ALTER TABLE "TrunkRefusal" ADD CONSTRAINT "TrunkRefusal_trunkId_fkey" FOREIGN KEY ("trunkId") REFERENCES "Trunk"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrunkRefusal" ADD CONSTRAINT "TrunkRefusal_attemptId_fkey" FOREIGN KEY ("attemptId") REFERENCES "Attempt"("id") ON DELETE CASCADE ON UPDATE CASCADE;
