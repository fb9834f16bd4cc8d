-- AlterTable
ALTER TABLE "case_kinds" ADD COLUMN     "contact_minutes" INTEGER NOT NULL DEFAULT 1440;
