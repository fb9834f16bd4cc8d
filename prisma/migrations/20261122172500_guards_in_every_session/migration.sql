-- A session that says it applies somebody else's changes (`session_replication_role = replica`, a superuser's word, as the owner of an
-- embedded database is) skips ordinary triggers. The guards of versions and of the audit hold in every session.
DO $$
DECLARE
  guard record;
BEGIN
  FOR guard IN
    SELECT tgrelid::regclass AS guarded, tgname AS name FROM pg_trigger
    WHERE NOT tgisinternal AND tgrelid = ANY (ARRAY[
      '"rule_set_versions"', '"rule_set_editions"', '"sealed_bundles"', '"review_decisions"', '"rule_set_events"',
      '"rule_incidents"', '"threshold_policy"', '"audit_entries"', '"audit_drafts"']::regclass[])
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER %I', guard.guarded, guard.name);
  END LOOP;
END $$;
