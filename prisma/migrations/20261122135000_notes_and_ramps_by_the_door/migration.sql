-- Two more things stand in the database. The note says what a change is for and why: who approves it approves that, too, so another note is an
-- edit. And a ramp goes on only step by step, where it asks for somebody's word only with the word of somebody who did not write it.

-- Whether a version's share of the customers may become what `after` says.
CREATE FUNCTION guard_ramp_step(before rule_set_versions, after rule_set_versions) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  steps int;
  goes_on boolean;
BEGIN
  IF before.status = 'scheduled' AND after.status = 'active' AND jsonb_typeof(after.ramp) = 'object' THEN
    PERFORM refuse_version_move('A version with a ramp reaches its customers step by step');
  END IF;
  IF after.status = 'ramping' AND after.ramp_ppm IS DISTINCT FROM (after.ramp->'steps'->after.ramp_step->>'ppm')::int THEN
    PERFORM refuse_version_move('A ramp reaches the share of its step');
  END IF;
  IF before.status = 'scheduled' AND after.status = 'ramping' AND after.ramp_step <> 0 THEN
    PERFORM refuse_version_move('A ramp begins with its first step');
  END IF;
  IF before.status <> 'ramping' OR after.status NOT IN ('ramping', 'active') THEN
    RETURN;
  END IF;
  steps := jsonb_array_length(before.ramp->'steps');
  goes_on := after.status = 'active' OR after.ramp_step = before.ramp_step + 1;
  IF (after.status = 'ramping' AND after.ramp_step NOT BETWEEN before.ramp_step AND before.ramp_step + 1)
    OR (after.status = 'active' AND before.ramp_step < steps - 1) THEN
    PERFORM refuse_version_move('A ramp takes no step back and leaves none out');
  END IF;
  IF after.ramp_step_at < before.ramp_step_at OR (NOT goes_on AND after.ramp_step_at <> before.ramp_step_at) THEN
    PERFORM refuse_version_move('A step of a ramp began when it began');
  END IF;
  IF goes_on AND (before.ramp->'steps'->before.ramp_step->>'needsApproval')::boolean AND NOT EXISTS (
    SELECT FROM rule_set_events e WHERE e.version = before.version AND e.type = 'rampLetOn'
      AND (e.payload->>'step')::int = before.ramp_step) THEN
    PERFORM refuse_version_move('This step of the ramp waits for the word of somebody who did not write it');
  END IF;
END $$;

CREATE OR REPLACE FUNCTION guard_rule_set_version() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
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

  rules_changed := NEW.rules <> OLD.rules OR NEW.base_version IS DISTINCT FROM OLD.base_version OR NEW.ramp IS DISTINCT FROM OLD.ramp
    OR NEW.note IS DISTINCT FROM OLD.note;
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
  PERFORM guard_ramp_step(OLD, NEW);
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

-- The word that lets a ramp go on is a signature like an approval.
CREATE FUNCTION guard_ramp_word() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
DECLARE
  about rule_set_versions;
BEGIN
  SELECT * INTO about FROM rule_set_versions WHERE version = NEW.version FOR UPDATE;
  IF NOT FOUND OR about.status <> 'ramping' OR (NEW.payload->>'step')::int IS DISTINCT FROM about.ramp_step THEN
    PERFORM refuse_version_move('A ramp is let go on from the step where it stands');
  END IF;
  IF NEW."by" = about.created_by OR EXISTS (
    SELECT FROM rule_set_editions e WHERE e.version = NEW.version AND e.edited_by = NEW."by") THEN
    PERFORM refuse_version_move('Nobody lets on what they wrote or edited');
  END IF;
  IF NEW."by" IS NULL OR NOT EXISTS (SELECT FROM people WHERE id = NEW."by" AND status = 'active') THEN
    PERFORM refuse_version_move('Only somebody with an account lets a ramp go on');
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER rule_set_events_ramp_word BEFORE INSERT ON "rule_set_events"
  FOR EACH ROW WHEN (NEW.type = 'rampLetOn') EXECUTE FUNCTION guard_ramp_word();

CREATE FUNCTION check_ramp_word() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit_entries WHERE subject_kind = 'ruleSetVersion' AND subject_id = NEW.version::text
      AND actor_id = NEW."by"::text AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse_version_move('A word about a ramp is only kept together with its audit entry');
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rule_set_events_ramp_word_audited AFTER INSERT ON "rule_set_events"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.type = 'rampLetOn') EXECUTE FUNCTION check_ramp_word();
