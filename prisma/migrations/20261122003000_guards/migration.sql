-- What Prisma's schema language cannot say.

-- One current revision of a transaction, whoever races.
CREATE UNIQUE INDEX "transactions_one_current" ON "transactions" ("customer_ref", "transaction_id") WHERE "current";

-- Profiles and vectors are rewritten often and hold much repetition: lz4 where the server has it costs far less than pglz.
DO $$
BEGIN
  ALTER TABLE "customer_profiles" ALTER COLUMN "profile" SET COMPRESSION lz4;
  ALTER TABLE "item_usage" ALTER COLUMN "usage" SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN
  NULL;
END $$;
ALTER TABLE "customer_profiles" SET (fillfactor = 70);

-- The audit is append-only for everybody, the product's own role included.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit_entries is append-only' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON "audit_entries" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER audit_entries_never_truncated BEFORE TRUNCATE ON "audit_entries" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
