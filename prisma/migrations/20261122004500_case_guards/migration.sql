-- A timeline is append-only for everybody; only removing a whole case (retention) may take its events along.
CREATE FUNCTION refuse_case_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'case_events is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER case_events_append_only BEFORE UPDATE ON "case_events" FOR EACH ROW EXECUTE FUNCTION refuse_case_event_change();

-- A customer is being handed over at most once at a time, whoever races.
CREATE UNIQUE INDEX "handoffs_one_open" ON "handoffs" ("customer_ref", "case_id") WHERE "state" IN ('offered', 'accepted');
CREATE UNIQUE INDEX "case_promises_one_open" ON "case_promises" ("customer_ref", "case_id") WHERE "state" = 'open';

-- What Now and My work ask every few seconds.
CREATE INDEX "handoffs_open" ON "handoffs" ("to_desk", "offered_at") WHERE "state" IN ('offered', 'accepted');
CREATE INDEX "case_promises_open" ON "case_promises" ("due_at") WHERE "state" = 'open';
CREATE INDEX "memos_waiting" ON "memos" ("to_person", "due_at") WHERE "state" = 'sent';
CREATE INDEX "cases_open" ON "cases" ("desk", "opened_at") WHERE "status" = 'open';
CREATE UNIQUE INDEX "cases_external" ON "cases" ("customer_ref", "source", "external_id") WHERE "external_id" IS NOT NULL;
