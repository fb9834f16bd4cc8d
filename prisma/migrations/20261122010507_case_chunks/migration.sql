-- CreateTable
CREATE TABLE "case_chunks" (
    "kind" TEXT NOT NULL,
    "week" INTEGER NOT NULL,
    "revision" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rows" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "case_chunks_pkey" PRIMARY KEY ("kind","week")
);

-- CreateTable
CREATE TABLE "dirty_case_weeks" (
    "id" BIGSERIAL NOT NULL,
    "week" INTEGER NOT NULL,

    CONSTRAINT "dirty_case_weeks_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "dirty_case_weeks_week_idx" ON "dirty_case_weeks"("week");
