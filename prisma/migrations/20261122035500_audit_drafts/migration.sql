-- Entries on their way into the chain. They live as long as their transaction, so nothing is lost when a crash empties the table.
CREATE UNLOGGED TABLE "audit_drafts" (
    "id" BIGSERIAL NOT NULL,
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
    "link_start" TEXT NOT NULL,
    "link_middle" TEXT NOT NULL,
    "link_end" TEXT NOT NULL,

    CONSTRAINT "audit_drafts_pkey" PRIMARY KEY ("id")
);

-- Numbers an entry and links it to the one before. Whoever changes anything waits here for the commit of the one before. What many
-- people do at once defers it (SET CONSTRAINTS) to the very end, inside COMMIT, with no round trip in between; everything else
-- does it at once, so that checks of the same transaction find the entry. The hash covers link_start, the previous hash in hex,
-- link_middle, the number and link_end: the entry's canonical JSON. Each statement sees what was committed during the wait.
CREATE FUNCTION seal_audit_draft() RETURNS trigger VOLATILE LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  place bigint;
  previous bytea;
BEGIN
  PERFORM pg_advisory_xact_lock(712093442);
  SELECT e.seq + 1, e.hash INTO place, previous FROM audit_entries e ORDER BY e.seq DESC LIMIT 1;
  IF NOT FOUND THEN
    place := 1;
    previous := decode(repeat('00', 32), 'hex');
  END IF;
  INSERT INTO audit_entries (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, before, after,
    request_id, previous_hash, hash)
  VALUES (place, NEW.at, NEW.actor_kind, NEW.actor_id, NEW.actor_name, NEW.action, NEW.subject_kind, NEW.subject_id,
    NEW.before, NEW.after, NEW.request_id, previous, sha256(convert_to(
      NEW.link_start || encode(previous, 'hex') || NEW.link_middle || place || NEW.link_end, 'UTF8')));
  DELETE FROM audit_drafts d WHERE d.id = NEW.id;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER audit_drafts_sealed AFTER INSERT ON "audit_drafts"
  DEFERRABLE INITIALLY IMMEDIATE FOR EACH ROW EXECUTE FUNCTION seal_audit_draft();
