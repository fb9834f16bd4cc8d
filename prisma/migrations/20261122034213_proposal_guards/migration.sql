-- Words that are typed wrong are found by their trigrams. The extension is trusted: the owner of the database may create it.
DO $$
DECLARE
  major int := current_setting('server_version_num')::int / 10000;
BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
EXCEPTION
  WHEN undefined_file OR feature_not_supported THEN
    RAISE EXCEPTION 'the extension pg_trgm is not installed on this PostgreSQL server. Install its contrib modules (Debian and Ubuntu: package postgresql-%; Red Hat: postgresql%-contrib) and start again', major, major;
  WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'the role % may not create the extension pg_trgm in this database. Let its owner or a superuser run CREATE EXTENSION pg_trgm there and start again', current_user;
END $$;

CREATE INDEX "proposals_search_vector" ON "proposals" USING gin ("search_vector") WITH (fastupdate = off);
CREATE INDEX "proposals_search_title" ON "proposals" USING gin ("search_title" gin_trgm_ops) WITH (fastupdate = off);

-- What the clock asks every minute.
CREATE INDEX "proposals_answer_owed" ON "proposals" ("answer_due_at") WHERE "answer_due_at" IS NOT NULL;

-- A timeline is append-only for everybody; only removing a whole proposal may take its events along.
CREATE FUNCTION refuse_proposal_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'proposal_events is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER proposal_events_append_only BEFORE UPDATE ON "proposal_events" FOR EACH ROW EXECUTE FUNCTION refuse_proposal_event_change();

-- Never without an answer, whoever writes: somebody owes one by a time, or one was delivered with its reason.
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_answer_owed_or_given" CHECK (
  CASE
    WHEN "status" IN ('draft', 'withdrawn') THEN "answer_due_at" IS NULL
    WHEN "status" IN ('submitted', 'inReview', 'appealed') THEN "answerer_id" IS NOT NULL AND "answer_due_at" IS NOT NULL
    ELSE "answer_due_at" IS NULL AND "decided_at" IS NOT NULL AND coalesce(btrim("decision_reason"), '') <> ''
  END);
ALTER TABLE "proposals" ADD CONSTRAINT "proposals_declined_says_what_would_change" CHECK (
  "status" <> 'declined' OR coalesce(btrim("what_would_change"), '') <> '');
