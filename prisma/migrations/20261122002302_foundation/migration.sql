-- CreateTable
CREATE TABLE "people" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'en',
    "colour_scheme" TEXT NOT NULL DEFAULT 'auto',
    "shortcuts" BOOLEAN NOT NULL DEFAULT true,
    "status" TEXT NOT NULL DEFAULT 'active',
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "people_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_records" (
    "api_key_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "status" INTEGER,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_records_pkey" PRIMARY KEY ("api_key_id","key")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "alerts" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "customer_known" BOOLEAN NOT NULL,
    "subject" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "segment" TEXT,
    "language" TEXT,
    "channel" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "severity" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "rule_set_version" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "import_id" UUID,
    "question" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "outcome" TEXT,
    "outcome_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "alerts_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "alert_hits" (
    "customer_ref" TEXT NOT NULL,
    "alert_id" UUID NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "line_no" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "signal" TEXT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "threshold" DOUBLE PRECISION NOT NULL,
    "severity" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "facts" JSONB NOT NULL,

    CONSTRAINT "alert_hits_pkey" PRIMARY KEY ("customer_ref","alert_id","transaction_id","revision","line_no","rule")
);

-- CreateTable
CREATE TABLE "screening_rollup" (
    "slot" TIMESTAMPTZ(3) NOT NULL,
    "segment" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "transactions" INTEGER NOT NULL,
    "alerts" INTEGER NOT NULL,

    CONSTRAINT "screening_rollup_pkey" PRIMARY KEY ("slot","segment","channel","currency")
);

-- CreateTable
CREATE TABLE "dirty_slots" (
    "id" BIGSERIAL NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dirty_slots_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "import_runs" (
    "id" UUID NOT NULL,
    "preset" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "file_hash" BYTEA NOT NULL,
    "status" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "units_done" INTEGER NOT NULL DEFAULT 0,
    "units_total" INTEGER,
    "rows_read" INTEGER NOT NULL DEFAULT 0,
    "rows_rejected" INTEGER NOT NULL DEFAULT 0,
    "summary" JSONB,
    "started_by" UUID,

    CONSTRAINT "import_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rejects" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,

    CONSTRAINT "import_rejects_pkey" PRIMARY KEY ("import_id","line","code")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "loaded_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "customer_profiles" (
    "customer_ref" TEXT NOT NULL,
    "segment" TEXT,
    "language" TEXT,
    "profile" JSONB NOT NULL,
    "version" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "customer_profiles_pkey" PRIMARY KEY ("customer_ref")
);

-- CreateTable
CREATE TABLE "item_usage" (
    "sku" TEXT NOT NULL,
    "usage" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "item_usage_pkey" PRIMARY KEY ("sku")
);

-- CreateTable
CREATE TABLE "transactions" (
    "customer_ref" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "current" BOOLEAN NOT NULL DEFAULT true,
    "customer_known" BOOLEAN NOT NULL,
    "body_hash" BYTEA NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'purchase',
    "source" TEXT NOT NULL,
    "import_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "segment" TEXT,
    "language" TEXT,
    "channel" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "payee_ref" TEXT,
    "payee_name" TEXT,
    "merchant_ref" TEXT,
    "merchant_name" TEXT,
    "merchant_country" TEXT,
    "mcc" TEXT,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "place_country" TEXT,
    "card_present" BOOLEAN,
    "decision" TEXT NOT NULL,
    "alert_id" UUID,
    "rule_set_version" INTEGER NOT NULL,
    "signals" JSONB NOT NULL,

    CONSTRAINT "transactions_pkey" PRIMARY KEY ("customer_ref","transaction_id","revision")
);

-- CreateTable
CREATE TABLE "transaction_lines" (
    "customer_ref" TEXT NOT NULL,
    "transaction_id" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "line_no" INTEGER NOT NULL,
    "sku" TEXT NOT NULL,
    "name" TEXT,
    "category" TEXT,
    "item_group" TEXT,
    "quantity" DOUBLE PRECISION NOT NULL,
    "unit_price" DECIMAL(24,6) NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "size" TEXT,
    "attributes" TEXT[],
    "signals" JSONB NOT NULL,
    "taken_back_by" TEXT,
    "taken_back_at" TIMESTAMPTZ(3),
    "takes_back" TEXT,
    "takes_back_line" INTEGER,

    CONSTRAINT "transaction_lines_pkey" PRIMARY KEY ("customer_ref","transaction_id","revision","line_no")
);

-- CreateTable
CREATE TABLE "rule_set_versions" (
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "seal" BYTEA NOT NULL,
    "note" TEXT,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activated_at" TIMESTAMPTZ(3),
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_set_versions_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "people_email_key" ON "people"("email");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_prefix_key" ON "api_keys"("prefix");

-- CreateIndex
CREATE INDEX "idempotency_records_created_at_idx" ON "idempotency_records"("created_at");

-- CreateIndex
CREATE INDEX "alerts_id_idx" ON "alerts"("id");

-- CreateIndex
CREATE INDEX "alerts_raised_at_id_idx" ON "alerts"("raised_at", "id");

-- CreateIndex
CREATE INDEX "alerts_reference_idx" ON "alerts"("reference");

-- CreateIndex
CREATE INDEX "alert_hits_at_idx" ON "alert_hits"("at");

-- CreateIndex
CREATE INDEX "dirty_slots_slot_idx" ON "dirty_slots"("slot");

-- CreateIndex
CREATE INDEX "audit_entries_at_idx" ON "audit_entries"("at");

-- CreateIndex
CREATE INDEX "audit_entries_subject_kind_subject_id_idx" ON "audit_entries"("subject_kind", "subject_id");

-- CreateIndex
CREATE INDEX "audit_entries_actor_id_idx" ON "audit_entries"("actor_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_runs_preset_file_hash_key" ON "import_runs"("preset", "file_hash");

-- CreateIndex
CREATE INDEX "transactions_occurred_at_idx" ON "transactions"("occurred_at");

-- CreateIndex
CREATE INDEX "transactions_transaction_id_idx" ON "transactions"("transaction_id");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "people"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_hits" ADD CONSTRAINT "alert_hits_customer_ref_alert_id_fkey" FOREIGN KEY ("customer_ref", "alert_id") REFERENCES "alerts"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rejects" ADD CONSTRAINT "import_rejects_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import_runs"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transaction_lines" ADD CONSTRAINT "transaction_lines_customer_ref_transaction_id_revision_fkey" FOREIGN KEY ("customer_ref", "transaction_id", "revision") REFERENCES "transactions"("customer_ref", "transaction_id", "revision") ON DELETE CASCADE ON UPDATE CASCADE;
