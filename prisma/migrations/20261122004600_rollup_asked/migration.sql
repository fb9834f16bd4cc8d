-- AlterTable
ALTER TABLE "screening_rollup" ADD COLUMN     "asked" INTEGER NOT NULL;
