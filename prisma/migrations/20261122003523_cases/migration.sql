-- CreateTable
CREATE TABLE "case_kinds" (
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "emergency" BOOLEAN NOT NULL DEFAULT false,
    "target_minutes" INTEGER NOT NULL,
    "playbook_key" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "case_kinds_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "playbooks" (
    "key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "created_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "playbooks_pkey" PRIMARY KEY ("key","version")
);

-- CreateTable
CREATE TABLE "cases" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "external_id" TEXT,
    "source" TEXT NOT NULL,
    "import_id" UUID,
    "kind" TEXT NOT NULL,
    "emergency" BOOLEAN NOT NULL,
    "status" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "priority" TEXT,
    "category" TEXT,
    "summary" TEXT NOT NULL,
    "segment" TEXT,
    "language" TEXT,
    "alert_id" UUID,
    "desk" TEXT NOT NULL,
    "first_desk" TEXT NOT NULL,
    "owner_id" TEXT,
    "turn" TEXT NOT NULL,
    "turn_since" TIMESTAMPTZ(3) NOT NULL,
    "turn_reason" TEXT,
    "next_due_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "first_answer_at" TIMESTAMPTZ(3),
    "last_contact_at" TIMESTAMPTZ(3),
    "contained_at" TIMESTAMPTZ(3),
    "first_resolved_at" TIMESTAMPTZ(3),
    "last_resolved_at" TIMESTAMPTZ(3),
    "target_at" TIMESTAMPTZ(3),
    "ever_breached" BOOLEAN NOT NULL DEFAULT false,
    "reopens" INTEGER NOT NULL DEFAULT 0,
    "handoff_count" INTEGER NOT NULL DEFAULT 0,
    "customer_had_to_act" BOOLEAN,
    "close_code" TEXT,
    "merged_into" UUID,
    "excluded" TEXT,
    "state" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "case_events" (
    "customer_ref" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "by_name" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "case_events_pkey" PRIMARY KEY ("customer_ref","case_id","seq")
);

-- CreateTable
CREATE TABLE "case_segments" (
    "customer_ref" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "desk" TEXT NOT NULL,
    "owner_id" TEXT,
    "turn" TEXT NOT NULL,
    "cycle" INTEGER NOT NULL,
    "business_ms" BIGINT,

    CONSTRAINT "case_segments_pkey" PRIMARY KEY ("customer_ref","case_id","seq")
);

-- CreateTable
CREATE TABLE "handoffs" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "from_desk" TEXT NOT NULL,
    "from_person" TEXT,
    "to_desk" TEXT NOT NULL,
    "to_person" TEXT,
    "state" TEXT NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "accept_by" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" TEXT,
    "released_at" TIMESTAMPTZ(3),
    "served_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "acceptance_business_ms" BIGINT,
    "acceptance_ms" BIGINT,
    "decline_reason" TEXT,
    "expired_in_hours" BOOLEAN,
    "brief" JSONB NOT NULL,
    "brief_complete" BOOLEAN NOT NULL,
    "asked_again" BOOLEAN NOT NULL DEFAULT false,
    "planned_return" BOOLEAN NOT NULL DEFAULT false,
    "served_known" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,

    CONSTRAINT "handoffs_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "case_promises" (
    "customer_ref" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,
    "made_by" TEXT,
    "state" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_promises_pkey" PRIMARY KEY ("customer_ref","case_id","id")
);

-- CreateTable
CREATE TABLE "memos" (
    "customer_ref" TEXT NOT NULL,
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_by" TEXT,
    "to_person" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "problem" TEXT NOT NULL,
    "tried" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "escalations" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "memos_pkey" PRIMARY KEY ("customer_ref","id")
);

-- CreateTable
CREATE TABLE "desks" (
    "key" TEXT NOT NULL,
    "name" JSONB NOT NULL,
    "phone" TEXT,
    "zone" TEXT NOT NULL,
    "brief_fields" JSONB NOT NULL,
    "accept_minutes" INTEGER NOT NULL,
    "segments" TEXT[],
    "languages" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "desks_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "desk_calendars" (
    "desk_key" TEXT NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL,
    "calendar" JSONB NOT NULL,

    CONSTRAINT "desk_calendars_pkey" PRIMARY KEY ("desk_key","valid_from")
);

-- CreateTable
CREATE TABLE "desk_members" (
    "desk_key" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL DEFAULT 'member',

    CONSTRAINT "desk_members_pkey" PRIMARY KEY ("desk_key","person_id")
);

-- CreateTable
CREATE TABLE "presence" (
    "person_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3),
    "covered_by" UUID,
    "note" TEXT,

    CONSTRAINT "presence_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "cases_id_idx" ON "cases"("id");

-- CreateIndex
CREATE INDEX "cases_opened_at_idx" ON "cases"("opened_at");

-- CreateIndex
CREATE INDEX "cases_reference_idx" ON "cases"("reference");

-- CreateIndex
CREATE INDEX "cases_status_desk_idx" ON "cases"("status", "desk");

-- CreateIndex
CREATE INDEX "case_events_at_idx" ON "case_events"("at");

-- CreateIndex
CREATE INDEX "case_segments_started_at_idx" ON "case_segments"("started_at");

-- CreateIndex
CREATE INDEX "handoffs_case_id_idx" ON "handoffs"("case_id");

-- CreateIndex
CREATE INDEX "handoffs_offered_at_idx" ON "handoffs"("offered_at");

-- CreateIndex
CREATE INDEX "handoffs_to_desk_state_idx" ON "handoffs"("to_desk", "state");

-- CreateIndex
CREATE INDEX "case_promises_due_at_idx" ON "case_promises"("due_at");

-- CreateIndex
CREATE INDEX "memos_to_person_state_idx" ON "memos"("to_person", "state");

-- CreateIndex
CREATE INDEX "desk_members_person_id_idx" ON "desk_members"("person_id");

-- AddForeignKey
ALTER TABLE "case_events" ADD CONSTRAINT "case_events_customer_ref_case_id_fkey" FOREIGN KEY ("customer_ref", "case_id") REFERENCES "cases"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_segments" ADD CONSTRAINT "case_segments_customer_ref_case_id_fkey" FOREIGN KEY ("customer_ref", "case_id") REFERENCES "cases"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handoffs" ADD CONSTRAINT "handoffs_customer_ref_case_id_fkey" FOREIGN KEY ("customer_ref", "case_id") REFERENCES "cases"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_promises" ADD CONSTRAINT "case_promises_customer_ref_case_id_fkey" FOREIGN KEY ("customer_ref", "case_id") REFERENCES "cases"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memos" ADD CONSTRAINT "memos_customer_ref_case_id_fkey" FOREIGN KEY ("customer_ref", "case_id") REFERENCES "cases"("customer_ref", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_calendars" ADD CONSTRAINT "desk_calendars_desk_key_fkey" FOREIGN KEY ("desk_key") REFERENCES "desks"("key") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_members" ADD CONSTRAINT "desk_members_desk_key_fkey" FOREIGN KEY ("desk_key") REFERENCES "desks"("key") ON DELETE RESTRICT ON UPDATE CASCADE;
