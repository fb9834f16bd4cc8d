-- A tripped rule asks nobody, and a limit decides what trips: whoever stops a rule or moves a limit past the product would change who is
-- asked without anybody's word. Both only change together with their entry in the audit, and incidents are never deleted.
CREATE FUNCTION check_breaker_audited() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM audit_entries WHERE subject_kind = TG_ARGV[0] AND subject_id = NEW.id::text AND xmin = pg_current_xact_id()::xid) THEN
    PERFORM refuse_version_move(format('%s only changes together with its audit entry', TG_TABLE_NAME));
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER rule_incidents_audited AFTER INSERT OR UPDATE ON "rule_incidents"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breaker_audited('ruleIncident');
CREATE CONSTRAINT TRIGGER threshold_policy_audited AFTER INSERT OR UPDATE ON "threshold_policy"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_breaker_audited('thresholdPolicy');

CREATE TRIGGER rule_incidents_never_deleted BEFORE DELETE ON "rule_incidents" FOR EACH ROW EXECUTE FUNCTION refuse_version_history_change();
CREATE TRIGGER rule_incidents_never_truncated BEFORE TRUNCATE ON "rule_incidents" FOR EACH STATEMENT EXECUTE FUNCTION refuse_version_history_change();
