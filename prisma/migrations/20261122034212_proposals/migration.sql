-- CreateTable
CREATE TABLE "proposals" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "anonymous" BOOLEAN NOT NULL DEFAULT false,
    "desk_key" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "source_kind" TEXT NOT NULL,
    "source_id" TEXT,
    "title" TEXT,
    "answerer_id" UUID,
    "answer_owed_since" TIMESTAMPTZ(3),
    "answer_due_at" TIMESTAMPTZ(3),
    "answer_reminded_at" TIMESTAMPTZ(3),
    "escalations" INTEGER NOT NULL DEFAULT 0,
    "submitted_at" TIMESTAMPTZ(3),
    "first_answer_at" TIMESTAMPTZ(3),
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" UUID,
    "decision_reason" TEXT,
    "what_would_change" TEXT,
    "appealed_at" TIMESTAMPTZ(3),
    "merged_into" UUID,
    "plan_id" UUID,
    "implemented_at" TIMESTAMPTZ(3),
    "verdict" TEXT,
    "search_text" TEXT NOT NULL DEFAULT '',
    "search_vector" tsvector,
    "search_title" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_fields" (
    "proposal_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "original" TEXT NOT NULL,
    "redacted" TEXT NOT NULL,
    "choices" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "edited_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_fields_pkey" PRIMARY KEY ("proposal_id","key")
);

-- CreateTable
CREATE TABLE "proposal_events" (
    "proposal_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "by" TEXT,
    "payload" JSONB NOT NULL,

    CONSTRAINT "proposal_events_pkey" PRIMARY KEY ("proposal_id","seq")
);

-- CreateTable
CREATE TABLE "proposal_evidence" (
    "id" UUID NOT NULL,
    "proposal_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "original_name" TEXT,
    "content_type" TEXT,
    "byte_size" INTEGER,
    "sha256" BYTEA,
    "url" TEXT,
    "from_ms" INTEGER,
    "to_ms" INTEGER,
    "finding" JSONB,
    "added_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_files" (
    "evidence_id" UUID NOT NULL,
    "content" BYTEA NOT NULL,

    CONSTRAINT "proposal_files_pkey" PRIMARY KEY ("evidence_id")
);

-- CreateTable
CREATE TABLE "proposal_supporters" (
    "proposal_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_supporters_pkey" PRIMARY KEY ("proposal_id","person_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "proposals_reference_key" ON "proposals"("reference");

-- CreateIndex
CREATE INDEX "proposals_status_submitted_at_idx" ON "proposals"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "proposals_author_id_idx" ON "proposals"("author_id");

-- CreateIndex
CREATE INDEX "proposals_answerer_id_answer_due_at_idx" ON "proposals"("answerer_id", "answer_due_at");

-- CreateIndex
CREATE INDEX "proposals_merged_into_idx" ON "proposals"("merged_into");

-- CreateIndex
CREATE INDEX "proposal_events_at_idx" ON "proposal_events"("at");

-- CreateIndex
CREATE INDEX "proposal_evidence_proposal_id_idx" ON "proposal_evidence"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_supporters_person_id_idx" ON "proposal_supporters"("person_id");

-- AddForeignKey
ALTER TABLE "proposal_fields" ADD CONSTRAINT "proposal_fields_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_events" ADD CONSTRAINT "proposal_events_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_evidence" ADD CONSTRAINT "proposal_evidence_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_files" ADD CONSTRAINT "proposal_files_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "proposal_evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_supporters" ADD CONSTRAINT "proposal_supporters_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "proposals"("id") ON DELETE CASCADE ON UPDATE CASCADE;
