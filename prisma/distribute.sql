-- Spreads an installation over a Citus cluster (Citus 12 or newer). Run once on the coordinator, as the owner of the tables, while
-- nothing is connected; `npm start` must have made the tables before.
--
-- What belongs to a customer has customer_ref first in its primary key and becomes a distributed table, all co-located, so that one
-- customer's rows are on one node and their foreign keys hold. Everything else becomes a reference table. The audit stays on the
-- coordinator: its hash chain has one writer at a time, and its triggers need a local table. So does Prisma's book of migrations.

-- The append-only triggers of customers' timelines only ever look at the row at hand, which is what makes them safe on shards.
SET citus.enable_unsafe_triggers = on;
SET citus.shard_count = 32;

CREATE TEMP TABLE placement AS
SELECT t.oid AS id, t.relname::text AS name,
       EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = i.indkey[0]
                WHERE i.indrelid = t.oid AND i.indisprimary AND a.attname = 'customer_ref') AS of_a_customer
  FROM pg_class t
 WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
   AND t.relname NOT IN ('_prisma_migrations', 'audit_drafts', 'audit_entries');

-- A unique index must hold customer_ref on a distributed table. Those that do not are narrowed to one customer.
DO $$
DECLARE
  index_of record;
BEGIN
  FOR index_of IN
    SELECT i.indexrelid::regclass::text AS name, p.name AS of_table, pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i JOIN placement p ON p.id = i.indrelid AND p.of_a_customer
     WHERE i.indisunique AND NOT i.indisprimary
       AND NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = p.id AND a.attname = 'customer_ref' AND a.attnum = ANY (i.indkey))
  LOOP
    EXECUTE format('DROP INDEX %s', index_of.name);
    EXECUTE regexp_replace(index_of.definition, ' USING btree \(', ' USING btree (customer_ref, ');
    RAISE NOTICE 'The unique index % now holds within one customer only', index_of.name;
  END LOOP;
END $$;

-- What is referred to before what refers.
DO $$
DECLARE
  next_table record;
  placed oid[] := '{}';
BEGIN
  LOOP
    SELECT p.* INTO next_table FROM placement p
     WHERE p.id <> ALL (placed)
       AND NOT EXISTS (SELECT FROM pg_constraint c
                        WHERE c.conrelid = p.id AND c.contype = 'f' AND c.confrelid <> p.id AND c.confrelid <> ALL (placed))
     ORDER BY p.of_a_customer, p.name LIMIT 1;
    EXIT WHEN NOT FOUND;
    IF next_table.of_a_customer THEN
      PERFORM create_distributed_table(next_table.name, 'customer_ref', colocate_with => 'default');
    ELSE
      PERFORM create_reference_table(next_table.name);
    END IF;
    placed := placed || next_table.id;
  END LOOP;
  IF EXISTS (SELECT FROM placement WHERE id <> ALL (placed)) THEN
    RAISE EXCEPTION 'Some tables refer to one another in a circle and were not placed';
  END IF;
END $$;

SELECT table_name, citus_table_type, distribution_column FROM citus_tables ORDER BY citus_table_type, table_name::text;
