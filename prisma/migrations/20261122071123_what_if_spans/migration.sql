-- CreateTable
CREATE TABLE "what_if_spans" (
    "span" INTEGER NOT NULL,
    "revision" BYTEA NOT NULL,
    "days" INTEGER[],
    "revisions" BYTEA[],
    "places" BYTEA NOT NULL,
    "strong_from" BYTEA NOT NULL,
    "strong" BYTEA NOT NULL,
    "strong_details" BYTEA NOT NULL,
    "built_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "what_if_spans_pkey" PRIMARY KEY ("span")
);

-- As the tails of days: read as they are.
ALTER TABLE "what_if_spans" ALTER COLUMN "strong" SET STORAGE EXTERNAL, ALTER COLUMN "strong_details" SET STORAGE EXTERNAL;

-- Less of a day is strong than before: spans hold what usual thresholds ask for.
INSERT INTO "what_if_dirty_days" ("day") SELECT "day" FROM "what_if_days";
