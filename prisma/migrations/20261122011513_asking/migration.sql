-- AlterTable
ALTER TABLE "alerts" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "case_id" UUID,
ADD COLUMN     "changed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "claimed_at" TIMESTAMPTZ(3),
ADD COLUMN     "claimed_by" UUID,
ADD COLUMN     "due_at" TIMESTAMPTZ(3),
ADD COLUMN     "first_attempt_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_attempt_at" TIMESTAMPTZ(3),
ADD COLUMN     "origin" TEXT NOT NULL DEFAULT 'rule',
ADD COLUMN     "overdue_at" TIMESTAMPTZ(3),
ADD COLUMN     "rank_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "reached_at" TIMESTAMPTZ(3),
ADD COLUMN     "retry_at" TIMESTAMPTZ(3),
ADD COLUMN     "warn_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "alert_events" (
    "customer_ref" TEXT NOT NULL,
    "alert_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "by_name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "payload" JSONB NOT NULL,

    CONSTRAINT "alert_events_pkey" PRIMARY KEY ("customer_ref","alert_id","seq")
);

-- CreateTable
CREATE TABLE "contact_attempts" (
    "customer_ref" TEXT NOT NULL,
    "alert_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "channel" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "note" TEXT,

    CONSTRAINT "contact_attempts_pkey" PRIMARY KEY ("customer_ref","alert_id","seq")
);

-- CreateTable
CREATE TABLE "alert_remedies" (
    "customer_ref" TEXT NOT NULL,
    "alert_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,

    CONSTRAINT "alert_remedies_pkey" PRIMARY KEY ("customer_ref","alert_id","kind")
);

-- CreateTable
CREATE TABLE "snoozes" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,
    "alert_id" UUID,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "snoozes_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "travel_notices" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "country" CHAR(2),
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "travel_notices_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "held_back_hits" (
    "customer_ref" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "signal" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "severity" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_back_hits_pkey" PRIMARY KEY ("customer_ref","transaction_id","revision","line_no","rule")
);

-- CreateTable
CREATE TABLE "asking_policy" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "questions" INTEGER NOT NULL DEFAULT 3,
    "days" INTEGER NOT NULL DEFAULT 30,
    "attempts" INTEGER NOT NULL DEFAULT 3,
    "attempt_hours" INTEGER NOT NULL DEFAULT 24,
    "retry_minutes" INTEGER NOT NULL DEFAULT 60,
    "load_limit" INTEGER NOT NULL DEFAULT 5,
    "claim_minutes" INTEGER NOT NULL DEFAULT 60,
    "expire_hours" INTEGER NOT NULL DEFAULT 168,
    "sample_ppm" INTEGER NOT NULL DEFAULT 0,
    "desks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "secret" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "asking_policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_targets" (
    "channel" TEXT NOT NULL,
    "warn_minutes" INTEGER NOT NULL,
    "target_minutes" INTEGER NOT NULL,

    CONSTRAINT "alert_targets_pkey" PRIMARY KEY ("channel")
);

-- CreateIndex
CREATE INDEX "alert_events_at_idx" ON "alert_events"("at");

-- CreateIndex
CREATE INDEX "contact_attempts_at_idx" ON "contact_attempts"("at");

-- CreateIndex
CREATE INDEX "snoozes_ends_at_idx" ON "snoozes"("ends_at");

-- CreateIndex
CREATE INDEX "travel_notices_ends_at_idx" ON "travel_notices"("ends_at");

-- CreateIndex
CREATE INDEX "held_back_hits_at_idx" ON "held_back_hits"("at");

-- AddForeignKey
ALTER TABLE "alert_events" ADD CONSTRAINT "alert_events_customer_ref_alert_id_fkey" FOREIGN KEY ("customer_ref", "alert_id") REFERENCES "alerts"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contact_attempts" ADD CONSTRAINT "contact_attempts_customer_ref_alert_id_fkey" FOREIGN KEY ("customer_ref", "alert_id") REFERENCES "alerts"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_remedies" ADD CONSTRAINT "alert_remedies_customer_ref_alert_id_fkey" FOREIGN KEY ("customer_ref", "alert_id") REFERENCES "alerts"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;
