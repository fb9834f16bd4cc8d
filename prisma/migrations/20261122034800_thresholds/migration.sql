-- AlterTable
ALTER TABLE "rule_set_versions" ADD COLUMN     "announced_at" TIMESTAMPTZ(3),
ADD COLUMN     "base_version" INTEGER,
ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "edited_by" UUID,
ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'change',
ADD COLUMN     "ramp" JSONB,
ADD COLUMN     "ramp_ppm" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "ramp_step" INTEGER,
ADD COLUMN     "ramp_step_at" TIMESTAMPTZ(3),
ADD COLUMN     "restores_version" INTEGER,
ADD COLUMN     "scheduled_at" TIMESTAMPTZ(3),
ADD COLUMN     "sign_by" TIMESTAMPTZ(3),
ADD COLUMN     "suspended_reason" TEXT;

-- CreateTable
CREATE TABLE "rule_set_editions" (
    "version" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "rules" JSONB NOT NULL,
    "edited_by" UUID,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rule_set_editions_pkey" PRIMARY KEY ("version","edition")
);

-- CreateTable
CREATE TABLE "sealed_bundles" (
    "seal" BYTEA NOT NULL,
    "version" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "rules_hash" BYTEA NOT NULL,
    "against" INTEGER NOT NULL,
    "window_from" TIMESTAMPTZ(3) NOT NULL,
    "window_to" TIMESTAMPTZ(3) NOT NULL,
    "data_hash" BYTEA NOT NULL,
    "result_hash" BYTEA NOT NULL,
    "result" JSONB NOT NULL,
    "sealed_by" UUID,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sealed_bundles_pkey" PRIMARY KEY ("seal")
);

-- CreateTable
CREATE TABLE "review_decisions" (
    "id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "seal" BYTEA NOT NULL,
    "decision" TEXT NOT NULL,
    "comment" TEXT,
    "decided_by" UUID NOT NULL,
    "decided_by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rules_digest" BYTEA,

    CONSTRAINT "review_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_set_events" (
    "version" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" UUID,
    "by_name" TEXT NOT NULL,
    "comment" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "rule_set_events_pkey" PRIMARY KEY ("version","seq")
);

-- CreateTable
CREATE TABLE "screening_processes" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ready" INTEGER[],
    "failure" TEXT,
    "decision_ms_p99" DOUBLE PRECISION,

    CONSTRAINT "screening_processes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "shadow_counts" (
    "version" INTEGER NOT NULL,
    "edition" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "rule" TEXT NOT NULL,
    "transactions" INTEGER NOT NULL,
    "asked" INTEGER NOT NULL,
    "asked_live" INTEGER NOT NULL,
    "asked_both" INTEGER NOT NULL,

    CONSTRAINT "shadow_counts_pkey" PRIMARY KEY ("version","edition","hour","rule")
);

-- CreateTable
CREATE TABLE "rule_incidents" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "tripped_at" TIMESTAMPTZ(3) NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "alerts" INTEGER NOT NULL,
    "customers" INTEGER NOT NULL,
    "cap" INTEGER NOT NULL,
    "rearmed_at" TIMESTAMPTZ(3),
    "rearmed_by" UUID,
    "rearmed_by_name" TEXT,
    "comment" TEXT,

    CONSTRAINT "rule_incidents_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "threshold_policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "cap_per_hour" INTEGER,
    "caps" JSONB NOT NULL DEFAULT '{}',
    "emergency_minutes" INTEGER NOT NULL DEFAULT 60,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "threshold_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "markers" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "rules" TEXT[],
    "facts" JSONB NOT NULL,

    CONSTRAINT "markers_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "sealed_bundles_version_idx" ON "sealed_bundles"("version");

-- CreateIndex
CREATE INDEX "review_decisions_version_idx" ON "review_decisions"("version");

-- CreateIndex
CREATE INDEX "rule_set_events_at_idx" ON "rule_set_events"("at");

-- CreateIndex
CREATE INDEX "shadow_counts_hour_idx" ON "shadow_counts"("hour");

-- CreateIndex
CREATE INDEX "rule_incidents_tripped_at_idx" ON "rule_incidents"("tripped_at");

-- CreateIndex
CREATE INDEX "markers_at_idx" ON "markers"("at");
