-- CreateTable
CREATE TABLE "alert_chunks" (
    "week" INTEGER NOT NULL,
    "revision" UUID NOT NULL DEFAULT gen_random_uuid(),
    "rows" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "alert_chunks_pkey" PRIMARY KEY ("week")
);

-- CreateTable
CREATE TABLE "dirty_alert_weeks" (
    "id" BIGSERIAL NOT NULL,
    "week" INTEGER NOT NULL,

    CONSTRAINT "dirty_alert_weeks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "chart_notes" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "chart_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_views" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "team" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "saved_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view_revisions" (
    "view_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "team" BOOLEAN NOT NULL,
    "by" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_revisions_pkey" PRIMARY KEY ("view_id","version")
);

-- CreateTable
CREATE TABLE "default_views" (
    "person_id" UUID NOT NULL,
    "page" TEXT NOT NULL,
    "view_id" UUID NOT NULL,

    CONSTRAINT "default_views_pkey" PRIMARY KEY ("person_id","page")
);

-- CreateTable
CREATE TABLE "share_links" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "page" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "share_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wallboard_links" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "wallboard_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_alarms" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "desk" TEXT,
    "email" BOOLEAN NOT NULL DEFAULT true,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "state" TEXT NOT NULL DEFAULT 'quiet',
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "snoozed_until" TIMESTAMPTZ(3),
    "checked_at" TIMESTAMPTZ(3),
    "observed" DOUBLE PRECISION,
    "limit" DOUBLE PRECISION,
    "n" INTEGER,
    "failure" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "metric_alarms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "metric_alarm_events" (
    "alarm_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "observed" DOUBLE PRECISION,
    "limit" DOUBLE PRECISION,
    "n" INTEGER,
    "by" UUID,

    CONSTRAINT "metric_alarm_events_pkey" PRIMARY KEY ("alarm_id","seq")
);

-- CreateTable
CREATE TABLE "reports" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "minute" INTEGER NOT NULL,
    "zone" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "last_run_at" TIMESTAMPTZ(3),
    "failure" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "deleted_at" TIMESTAMPTZ(3),

    CONSTRAINT "reports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_attachments" (
    "mail_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "mail_attachments_pkey" PRIMARY KEY ("mail_id")
);

-- CreateIndex
CREATE INDEX "dirty_alert_weeks_week_idx" ON "dirty_alert_weeks"("week");

-- CreateIndex
CREATE INDEX "chart_notes_at_idx" ON "chart_notes"("at");

-- CreateIndex
CREATE INDEX "saved_views_page_idx" ON "saved_views"("page");

-- CreateIndex
CREATE UNIQUE INDEX "share_links_token_hash_key" ON "share_links"("token_hash");

-- CreateIndex
CREATE INDEX "share_links_created_by_idx" ON "share_links"("created_by");

-- CreateIndex
CREATE UNIQUE INDEX "wallboard_links_token_hash_key" ON "wallboard_links"("token_hash");

-- CreateIndex
CREATE INDEX "reports_next_run_at_idx" ON "reports"("next_run_at");

-- What was there before has no chunk yet.
INSERT INTO "dirty_alert_weeks" ("week")
SELECT DISTINCT floor(extract(epoch FROM "raised_at") / 604800)::int FROM "alerts";
