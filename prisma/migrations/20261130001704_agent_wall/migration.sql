-- AlterTable
ALTER TABLE "AgentPresence" ADD COLUMN     "line" JSONB;

-- CreateTable
CREATE TABLE "TableLayout" (
    "userId" UUID NOT NULL,
    "screen" TEXT NOT NULL,
    "columns" TEXT[],

    CONSTRAINT "TableLayout_pkey" PRIMARY KEY ("userId","screen")
);

-- AddForeignKey
ALTER TABLE "TableLayout" ADD CONSTRAINT "TableLayout_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
