-- A refused statement takes its own audit entry back with it. Two things of PostgreSQL outlive a rollback: its log, which gets who and
-- what, and sequences, on which refusals are counted, so that the product can put into the audit that there were some.
CREATE SEQUENCE "guard_refusals";

CREATE FUNCTION note_guard_refusal(what text) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM nextval('guard_refusals');
  RAISE LOG 'guard refused: % (user %, application %, address %, process %)', what, session_user,
    current_setting('application_name', true), coalesce(host(inet_client_addr()), 'socket'), pg_backend_pid();
END $$;

CREATE OR REPLACE FUNCTION refuse_version_move(why text) RETURNS void LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM note_guard_refusal(why);
  RAISE EXCEPTION '%', why USING ERRCODE = 'insufficient_privilege', TABLE = 'rule_set_versions',
    HINT = 'Versions move under Thresholds, with the approval of another person.';
END $$;

CREATE OR REPLACE FUNCTION refuse_version_history_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND EXISTS (SELECT FROM organisation WHERE demo AND loaded_at IS NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM note_guard_refusal(format('%s of %s', TG_OP, TG_TABLE_NAME));
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege', TABLE = TG_TABLE_NAME;
END $$;

CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM note_guard_refusal(format('%s of %s', TG_OP, TG_TABLE_NAME));
  RAISE EXCEPTION 'audit_entries is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
