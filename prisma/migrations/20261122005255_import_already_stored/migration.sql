-- AlterTable
ALTER TABLE "import_runs" ADD COLUMN     "units_already_stored" INTEGER NOT NULL DEFAULT 0;
