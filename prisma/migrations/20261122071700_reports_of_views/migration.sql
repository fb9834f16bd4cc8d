-- AlterTable
ALTER TABLE "reports" ADD COLUMN     "page" TEXT NOT NULL DEFAULT '/review/overview',
ADD COLUMN     "view_id" UUID;
