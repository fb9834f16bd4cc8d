-- CreateTable
CREATE TABLE "what_if_days" (
    "day" INTEGER NOT NULL,
    "revision" BYTEA NOT NULL,
    "transactions" INTEGER NOT NULL,
    "places" BYTEA NOT NULL,
    "strong_from" BYTEA NOT NULL,
    "distribution" BYTEA NOT NULL,
    "strong" BYTEA NOT NULL,
    "rest" BYTEA NOT NULL,
    "strong_details" BYTEA NOT NULL,
    "rest_details" BYTEA NOT NULL,
    "strong_names" BYTEA NOT NULL,
    "rest_names" BYTEA NOT NULL,

    CONSTRAINT "what_if_days_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "what_if_dirty_days" (
    "id" BIGSERIAL NOT NULL,
    "day" INTEGER NOT NULL,

    CONSTRAINT "what_if_dirty_days_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "what_if_runs" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "question" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "days_done" INTEGER NOT NULL DEFAULT 0,
    "days_total" INTEGER NOT NULL DEFAULT 0,
    "answer" JSONB,
    "failure" TEXT,
    "requested_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "alive_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "what_if_runs_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "what_if_dirty_days_day_idx" ON "what_if_dirty_days"("day");

-- CreateIndex
CREATE INDEX "what_if_runs_status_idx" ON "what_if_runs"("status");

-- What every answer reads comes from disk as it is: packed columns hardly compress, and unpacking would take longer than reading.
ALTER TABLE "what_if_days" ALTER COLUMN "strong" SET STORAGE EXTERNAL, ALTER COLUMN "rest" SET STORAGE EXTERNAL,
  ALTER COLUMN "strong_details" SET STORAGE EXTERNAL, ALTER COLUMN "rest_details" SET STORAGE EXTERNAL;

-- Days that are here already.
INSERT INTO "what_if_dirty_days" ("day")
SELECT DISTINCT floor(extract(epoch FROM "occurred_at") / 86400)::int FROM "transactions";
