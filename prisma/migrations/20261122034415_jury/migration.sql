-- CreateTable
CREATE TABLE "effect_plans" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "steps" TEXT NOT NULL,
    "metric" TEXT NOT NULL,
    "metric_version" INTEGER NOT NULL,
    "filters" TEXT[],
    "direction" TEXT NOT NULL,
    "bucket" TEXT NOT NULL,
    "baseline_buckets" INTEGER NOT NULL,
    "window_buckets" INTEGER NOT NULL,
    "smallest_change" DOUBLE PRECISION NOT NULL,
    "trigger_first" TEXT,
    "trigger_last" TEXT,
    "created_by" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_by" UUID,
    "locked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "effect_plans_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "effect_readings" (
    "proposal_id" UUID NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "is_over" BOOLEAN NOT NULL,
    "before" INTEGER NOT NULL,
    "after" INTEGER NOT NULL,
    "shift" DOUBLE PRECISION,
    "smallest_detectable_shift" DOUBLE PRECISION,

    CONSTRAINT "effect_readings_pkey" PRIMARY KEY ("proposal_id","as_of")
);

-- CreateTable
CREATE TABLE "jury_rounds" (
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "phase" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "talking_at" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "reason" TEXT,
    "would_change" TEXT,
    "written_by" UUID,
    "written_at" TIMESTAMPTZ(3),
    "read_by" UUID,
    "read_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "released_by" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "jury_rounds_pkey" PRIMARY KEY ("proposal_id","round")
);

-- CreateTable
CREATE TABLE "jury_reviews" (
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "reviewer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "answers" JSONB NOT NULL,
    "confidence" TEXT,
    "abstention" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "jury_reviews_pkey" PRIMARY KEY ("proposal_id","round","reviewer_id")
);

-- CreateTable
CREATE TABLE "jury_questions" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "question" TEXT NOT NULL,
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "jury_questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_comments" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "proposal_comments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "digested_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_choices" (
    "person_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "muted" TEXT[],
    "last_digest_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "outgoing_mails" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "tries" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "failure" TEXT,

    CONSTRAINT "outgoing_mails_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "effect_plans_proposal_id_created_at_idx" ON "effect_plans"("proposal_id", "created_at");

-- CreateIndex
CREATE INDEX "effect_plans_owner_id_idx" ON "effect_plans"("owner_id");

-- CreateIndex
CREATE INDEX "jury_rounds_phase_idx" ON "jury_rounds"("phase");

-- CreateIndex
CREATE INDEX "jury_reviews_reviewer_id_idx" ON "jury_reviews"("reviewer_id");

-- CreateIndex
CREATE INDEX "jury_questions_proposal_id_round_idx" ON "jury_questions"("proposal_id", "round");

-- CreateIndex
CREATE INDEX "proposal_comments_proposal_id_at_idx" ON "proposal_comments"("proposal_id", "at");

-- CreateIndex
CREATE INDEX "notifications_person_id_at_idx" ON "notifications"("person_id", "at");

-- CreateIndex
CREATE INDEX "notifications_person_id_read_at_idx" ON "notifications"("person_id", "read_at");

-- CreateIndex
CREATE INDEX "outgoing_mails_status_next_attempt_at_idx" ON "outgoing_mails"("status", "next_attempt_at");

-- AddForeignKey
ALTER TABLE "jury_reviews" ADD CONSTRAINT "jury_reviews_proposal_id_round_fkey" FOREIGN KEY ("proposal_id", "round") REFERENCES "jury_rounds"("proposal_id", "round") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "jury_questions" ADD CONSTRAINT "jury_questions_proposal_id_round_fkey" FOREIGN KEY ("proposal_id", "round") REFERENCES "jury_rounds"("proposal_id", "round") ON DELETE CASCADE ON UPDATE CASCADE;
