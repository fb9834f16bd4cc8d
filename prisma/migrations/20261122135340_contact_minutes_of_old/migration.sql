-- Whoever lost a wallet is not left alone for a day.
UPDATE "case_kinds" SET "contact_minutes" = 120 WHERE "emergency";

-- Cases that were opened without a time at which the customer hears of us: the same rule as the fold of their timeline
-- (domain/cases/case-state.ts, nextDueOf), so that lists are right before their next event.
UPDATE "cases" c SET "next_due_at" = coalesce(
  (SELECT max(p."due_at") FROM "case_promises" p
   WHERE p."customer_ref" = c."customer_ref" AND p."case_id" = c."id" AND p."state" = 'broken'
     AND p."due_at" >= greatest(c."turn_since", c."last_contact_at")),
  greatest(c."turn_since", c."last_contact_at") + CASE WHEN c."emergency" THEN interval '2 hours' ELSE interval '24 hours' END)
WHERE c."status" = 'open' AND c."turn" = 'us' AND c."next_due_at" IS NULL AND c."source" <> 'import';
