-- AlterTable
ALTER TABLE "cases" DROP COLUMN "state";
