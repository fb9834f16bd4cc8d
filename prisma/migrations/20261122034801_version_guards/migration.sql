-- The one door to a version that decides. It stands here, so that neither the API nor a job nor a script nor somebody at a prompt
-- passes by it: nothing becomes active without a sealed bundle that another person approved, of exactly these rules.

-- One version decides, at most one more is ramping up to it.
CREATE UNIQUE INDEX "rule_set_versions_one_active" ON "rule_set_versions" ((true)) WHERE "status" = 'active';
CREATE UNIQUE INDEX "rule_set_versions_one_ramping" ON "rule_set_versions" ((true)) WHERE "status" = 'ramping';
-- What each batch of decisions asks for.
CREATE INDEX "rule_set_versions_alive" ON "rule_set_versions" ("status")
  WHERE "status" IN ('active', 'ramping', 'inReview', 'approved', 'scheduled', 'suspended');
CREATE UNIQUE INDEX "rule_incidents_one_open" ON "rule_incidents" ("rule") WHERE "rearmed_at" IS NULL;
CREATE UNIQUE INDEX "review_decisions_once" ON "review_decisions" ("seal", "decided_by", "decision");
ALTER TABLE "threshold_policy" ADD CONSTRAINT "threshold_policy_one_row" CHECK ("id" = 1);
ALTER TABLE "threshold_policy" ADD CONSTRAINT "threshold_policy_limits" CHECK ("emergency_minutes" BETWEEN 1 AND 10080 AND "cap_per_hour" > 0);

-- The demo is emptied when loading it was cut off; nothing else is ever forgotten.
CREATE FUNCTION refuse_version_history_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND EXISTS (SELECT FROM organisation WHERE demo AND loaded_at IS NULL) THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME;
END $$;

CREATE TRIGGER rule_set_editions_append_only BEFORE UPDATE OR DELETE ON "rule_set_editions" FOR EACH ROW EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER rule_set_editions_never_truncated BEFORE TRUNCATE ON "rule_set_editions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER sealed_bundles_append_only BEFORE UPDATE OR DELETE ON "sealed_bundles" FOR EACH ROW EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER sealed_bundles_never_truncated BEFORE TRUNCATE ON "sealed_bundles" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER review_decisions_append_only BEFORE UPDATE OR DELETE ON "review_decisions" FOR EACH ROW EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER review_decisions_never_truncated BEFORE TRUNCATE ON "review_decisions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER rule_set_events_append_only BEFORE UPDATE OR DELETE ON "rule_set_events" FOR EACH ROW EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER rule_set_events_never_truncated BEFORE TRUNCATE ON "rule_set_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER rule_set_versions_never_truncated BEFORE TRUNCATE ON "rule_set_versions" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();

-- Two sets of rules are the same rules, whatever their numbers and dates.
CREATE FUNCTION same_rules(one jsonb, other jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT one - 'version' - 'createdAt' = other - 'version' - 'createdAt'
$$;

-- Whether `fewer` only switches rules of `full` off.
CREATE FUNCTION only_switches_off(fewer jsonb, full_set jsonb) RETURNS boolean IMMUTABLE LANGUAGE sql AS $$
  SELECT fewer - 'version' - 'createdAt' - 'rules' = full_set - 'version' - 'createdAt' - 'rules'
    AND jsonb_array_length(fewer->'rules') = jsonb_array_length(full_set->'rules')
    AND NOT EXISTS (
      SELECT FROM jsonb_array_elements(fewer->'rules') WITH ORDINALITY a (rule, i)
      JOIN jsonb_array_elements(full_set->'rules') WITH ORDINALITY b (rule, i) USING (i)
      WHERE a.rule <> b.rule AND a.rule <> b.rule || '{"enabled": false}')
$$;

CREATE FUNCTION refuse_version_move(why text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '%', why USING ERRCODE = 'insufficient_privilege', TABLE = 'rule_set_versions',
    HINT = 'Versions move under Thresholds, with the approval of another person.';
END $$;

CREATE FUNCTION guard_rule_set_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  rules_changed boolean;
  may_follow text[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    PERFORM refuse_version_move('A version is never deleted');
  END IF;
  IF (NEW.rules->>'version')::int IS DISTINCT FROM NEW.version THEN
    PERFORM refuse_version_move('The rules name another version');
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF EXISTS (SELECT FROM rule_set_versions WHERE version = NEW.version) THEN
      RETURN NEW; -- the primary key answers
    END IF;
    IF NEW.status = 'active' AND EXISTS (SELECT FROM rule_set_versions) THEN
      PERFORM refuse_version_move('Only the first version of an installation begins active');
    END IF;
    IF NEW.status NOT IN ('active', 'draft') OR NEW.edition <> 1 THEN
      PERFORM refuse_version_move('A version begins as a draft');
    END IF;
    RETURN NEW;
  END IF;

  IF NEW.version <> OLD.version OR NEW.created_at <> OLD.created_at OR NEW.created_by IS DISTINCT FROM OLD.created_by
    OR NEW.kind <> OLD.kind OR NEW.restores_version IS DISTINCT FROM OLD.restores_version THEN
    PERFORM refuse_version_move('Number, author and kind of a version never change');
  END IF;

  rules_changed := NEW.rules <> OLD.rules OR NEW.base_version IS DISTINCT FROM OLD.base_version OR NEW.ramp IS DISTINCT FROM OLD.ramp;
  IF rules_changed THEN
    IF OLD.status NOT IN ('draft', 'inReview', 'approved', 'scheduled', 'suspended') OR OLD.activated_at IS NOT NULL THEN
      PERFORM refuse_version_move('Rules that have decided, or were rejected, never change');
    END IF;
    IF NEW.status <> 'draft' OR NEW.edition <> OLD.edition + 1 THEN
      PERFORM refuse_version_move('An edit makes a version a draft again, one edition later');
    END IF;
    IF NEW.edited_by IS NULL THEN
      PERFORM refuse_version_move('An edit names who made it');
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.edition <> OLD.edition OR NEW.edited_by IS DISTINCT FROM OLD.edited_by THEN
    PERFORM refuse_version_move('Nothing was edited');
  END IF;
  IF NEW.seal <> OLD.seal AND NOT (OLD.status = 'draft' AND NEW.status IN ('inReview', 'active')) THEN
    PERFORM refuse_version_move('A seal never changes without a new review');
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;

  may_follow := CASE OLD.status
    WHEN 'draft' THEN ARRAY['inReview', 'rejected', 'active']
    WHEN 'inReview' THEN ARRAY['draft', 'approved', 'rejected', 'suspended']
    WHEN 'approved' THEN ARRAY['draft', 'scheduled', 'suspended', 'rejected']
    WHEN 'scheduled' THEN ARRAY['draft', 'approved', 'ramping', 'active', 'suspended', 'rejected']
    WHEN 'ramping' THEN ARRAY['active', 'suspended']
    WHEN 'suspended' THEN ARRAY['draft', 'rejected']
    WHEN 'active' THEN ARRAY['retired']
    WHEN 'retired' THEN ARRAY['active']
    ELSE ARRAY[]::text[]
  END;
  IF NOT NEW.status = ANY (may_follow) THEN
    PERFORM refuse_version_move(format('A version does not go from %s to %s', OLD.status, NEW.status));
  END IF;

  IF NEW.status = 'inReview' AND NOT EXISTS (
    SELECT FROM sealed_bundles b WHERE b.seal = NEW.seal AND b.version = NEW.version AND b.edition = NEW.edition) THEN
    PERFORM refuse_version_move('A review needs a sealed bundle of this edition');
  END IF;

  IF NEW.status IN ('approved', 'scheduled', 'ramping') OR (NEW.status = 'active' AND OLD.status IN ('scheduled', 'ramping')) THEN
    IF NOT EXISTS (
      SELECT FROM review_decisions d JOIN sealed_bundles b USING (seal)
      WHERE d.version = NEW.version AND d.edition = NEW.edition AND d.seal = NEW.seal AND d.decision = 'approved'
        AND d.rules_digest = sha256(convert_to(NEW.rules::text, 'UTF8'))) THEN
      PERFORM refuse_version_move('Nobody else has approved exactly these rules');
    END IF;
  END IF;

  IF OLD.status = 'draft' AND NEW.status = 'active' THEN
    IF NEW.kind <> 'emergency' OR NEW.sign_by IS NULL OR NEW.sign_by > NEW.activated_at + interval '7 days' THEN
      PERFORM refuse_version_move('Only an emergency goes live before its second signature, and only until a set time');
    END IF;
    IF NOT EXISTS (
      SELECT FROM rule_set_versions v WHERE v.version <> NEW.version AND v.activated_at IS NOT NULL
        AND (same_rules(NEW.rules, v.rules) OR (v.version = NEW.base_version AND only_switches_off(NEW.rules, v.rules)))) THEN
      PERFORM refuse_version_move('An emergency only switches rules off or brings back rules that were active');
    END IF;
  END IF;

  IF OLD.status = 'retired' AND NOT EXISTS (
    SELECT FROM rule_set_versions e WHERE e.kind = 'emergency' AND e.base_version = NEW.version AND e.status = 'retired'
      AND e.retired_at = NEW.activated_at AND e.sign_by <= NEW.activated_at
      AND NOT EXISTS (SELECT FROM review_decisions d WHERE d.version = e.version AND d.decision = 'countersigned')) THEN
    PERFORM refuse_version_move('A retired version only returns after an emergency that nobody else signed; make a rollback');
  END IF;
  IF NEW.status = 'active' AND NEW.activated_at IS NULL THEN
    PERFORM refuse_version_move('An activation has a time');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_set_versions_door BEFORE INSERT OR UPDATE OR DELETE ON "rule_set_versions"
  FOR EACH ROW EXECUTE FUNCTION guard_rule_set_version();

-- The database itself remembers who edited: nobody approves what they edited, even if the application forgot to ask.
CREATE FUNCTION keep_rule_set_edition() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'INSERT' OR NEW.edition <> OLD.edition THEN
    INSERT INTO rule_set_editions (version, edition, rules, edited_by, edited_at)
    VALUES (NEW.version, NEW.edition, NEW.rules, CASE WHEN TG_OP = 'INSERT' THEN NEW.created_by ELSE NEW.edited_by END,
      CASE WHEN TG_OP = 'INSERT' THEN NEW.created_at ELSE coalesce(NEW.edited_at, now()) END);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER rule_set_versions_kept AFTER INSERT OR UPDATE ON "rule_set_versions" FOR EACH ROW EXECUTE FUNCTION keep_rule_set_edition();

-- At the end of every change: exactly one version decides, and the audit tells of it in the same transaction.
CREATE FUNCTION check_rule_set_versions() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF (SELECT count(*) FROM rule_set_versions WHERE status = 'active') <> 1 THEN
    PERFORM refuse_version_move('Without an active version nobody would be asked');
  END IF;
  IF NOT EXISTS (
    SELECT FROM audit_entries WHERE subject_kind = 'ruleSetVersion' AND subject_id = NEW.version::text
      AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse_version_move('A version only moves together with its audit entry');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rule_set_versions_whole AFTER INSERT OR UPDATE ON "rule_set_versions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_rule_set_versions();

CREATE FUNCTION guard_review_decision() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  about rule_set_versions;
BEGIN
  SELECT * INTO about FROM rule_set_versions WHERE version = NEW.version FOR UPDATE;
  IF NOT FOUND OR NEW.edition <> about.edition OR NEW.seal <> about.seal
    OR NOT EXISTS (SELECT FROM sealed_bundles b WHERE b.seal = NEW.seal AND b.version = NEW.version AND b.edition = NEW.edition) THEN
    PERFORM refuse_version_move('This is not the sealed bundle that is in review');
  END IF;
  IF NEW.decision = 'countersigned' THEN
    IF about.status <> 'active' OR about.kind <> 'emergency' THEN
      PERFORM refuse_version_move('Only an emergency is signed afterwards');
    END IF;
  ELSIF NEW.decision NOT IN ('approved', 'changesRequested', 'rejected') OR about.status <> 'inReview' THEN
    PERFORM refuse_version_move('Only what is in review is decided');
  END IF;
  IF NEW.decision IN ('approved', 'countersigned') THEN
    IF NEW.decided_by = about.created_by OR EXISTS (
      SELECT FROM rule_set_editions e WHERE e.version = NEW.version AND e.edited_by = NEW.decided_by) THEN
      PERFORM refuse_version_move('Nobody approves what they wrote or edited');
    END IF;
    IF NOT EXISTS (SELECT FROM people WHERE id = NEW.decided_by AND status = 'active') THEN
      PERFORM refuse_version_move('Only somebody with an account approves');
    END IF;
  END IF;
  IF NEW.decision IN ('changesRequested', 'rejected') AND coalesce(trim(NEW.comment), '') = '' THEN
    PERFORM refuse_version_move('Who sends something back says why');
  END IF;
  NEW.rules_digest := sha256(convert_to(about.rules::text, 'UTF8'));
  RETURN NEW;
END $$;
CREATE TRIGGER review_decisions_guard BEFORE INSERT ON "review_decisions" FOR EACH ROW EXECUTE FUNCTION guard_review_decision();

-- A forged signature would need a forged link of the audit's chain, which its verification finds.
CREATE FUNCTION check_review_decision() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit_entries WHERE subject_kind = 'ruleSetVersion' AND subject_id = NEW.version::text
      AND actor_id = NEW.decided_by::text AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse_version_move('A decision about a version is only kept together with its audit entry');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER review_decisions_audited AFTER INSERT ON "review_decisions"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_review_decision();

-- The first rules, and what was active before this door was built.
INSERT INTO rule_set_editions (version, edition, rules, edited_by, edited_at)
SELECT version, edition, rules, created_by, created_at FROM rule_set_versions;
