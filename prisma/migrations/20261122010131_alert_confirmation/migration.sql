-- AlterTable
ALTER TABLE "alerts" ADD COLUMN     "outcome_by" TEXT,
ADD COLUMN     "outcome_channel" TEXT,
ADD COLUMN     "outcome_note" TEXT;
