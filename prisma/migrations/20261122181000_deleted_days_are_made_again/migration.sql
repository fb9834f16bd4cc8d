-- A day's tail is a cache: whoever deletes it says so by that, and until it is made again answers come from the day's rows.
CREATE FUNCTION mark_deleted_day() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO what_if_dirty_days (day) VALUES (OLD.day);
  RETURN NULL;
END $$;
CREATE TRIGGER what_if_days_marked AFTER DELETE ON "what_if_days" FOR EACH ROW EXECUTE FUNCTION mark_deleted_day();

CREATE FUNCTION mark_truncated_days() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  INSERT INTO what_if_dirty_days (day) SELECT day FROM what_if_days;
  RETURN NULL;
END $$;
CREATE TRIGGER what_if_days_truncation_marked BEFORE TRUNCATE ON "what_if_days" FOR EACH STATEMENT EXECUTE FUNCTION mark_truncated_days();
