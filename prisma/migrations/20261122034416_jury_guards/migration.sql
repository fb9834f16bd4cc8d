-- What is expected of a change is written down before the change: a locked plan stays as it is, whoever writes.
CREATE FUNCTION refuse_locked_plan_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this effect plan is locked' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER effect_plans_locked BEFORE UPDATE ON "effect_plans"
  FOR EACH ROW WHEN (OLD."locked_at" IS NOT NULL) EXECUTE FUNCTION refuse_locked_plan_change();

-- A letter goes out only after somebody else than its writer has read it; what went out is not rewritten.
ALTER TABLE "jury_rounds" ADD CONSTRAINT "jury_rounds_letter_was_read" CHECK (
  "released_at" IS NULL OR ("verdict" IS NOT NULL AND "reason" IS NOT NULL AND "read_by" IS NOT NULL AND "read_by" <> "written_by"));
CREATE FUNCTION refuse_released_round_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'this decision was released' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER jury_rounds_released BEFORE UPDATE ON "jury_rounds"
  FOR EACH ROW WHEN (OLD."released_at" IS NOT NULL) EXECUTE FUNCTION refuse_released_round_change();

-- The bell counts these on every page.
CREATE INDEX "notifications_unread" ON "notifications" ("person_id") WHERE "read_at" IS NULL;
CREATE INDEX "notifications_undigested" ON "notifications" ("person_id") WHERE "digested_at" IS NULL;
