-- AlterTable
ALTER TABLE "threshold_policy" DROP COLUMN "caps";
