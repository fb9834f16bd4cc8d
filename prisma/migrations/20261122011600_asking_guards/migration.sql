-- What happened to an alert is append-only for everybody; only removing a whole alert (retention) may take its events along.
CREATE FUNCTION refuse_alert_event_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'alert_events is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER alert_events_append_only BEFORE UPDATE ON "alert_events" FOR EACH ROW EXECUTE FUNCTION refuse_alert_event_change();

-- The queue: taking the next, what a person has, what is due.
CREATE INDEX "alerts_queue" ON "alerts" ("rank_at", "id") WHERE "status" = 'open';
CREATE INDEX "alerts_in_hand" ON "alerts" ("claimed_by") WHERE "status" IN ('claimed', 'contacted');
CREATE INDEX "alerts_waiting" ON "alerts" ("due_at") WHERE "status" IN ('open', 'claimed', 'contacted');

ALTER TABLE "asking_policy" ADD CONSTRAINT "asking_policy_one_row" CHECK ("id" = 1);

-- Alerts from before there were targets: those that an installation begins with.
UPDATE "alerts" a SET "rank_at" = "raised_at", "due_at" = "raised_at" + make_interval(mins => t."target_minutes"),
  "warn_at" = "raised_at" + make_interval(mins => t."warn_minutes")
FROM (VALUES ('pos', 5, 10), ('card', 15, 30), ('transfer', 30, 60), ('online', 60, 120))
  AS t ("channel", "warn_minutes", "target_minutes")
WHERE t."channel" = a."channel";
