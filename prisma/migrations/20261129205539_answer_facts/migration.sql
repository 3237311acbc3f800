-- AlterTable
ALTER TABLE "Attempt" ADD COLUMN     "answerFacts" JSONB;
