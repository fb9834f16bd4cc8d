-- AlterTable
ALTER TABLE "alerts" ADD COLUMN     "mistake_minor" BIGINT,
ADD COLUMN     "outcome_source" TEXT;
