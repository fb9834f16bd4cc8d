-- Weeks of figures are read by each of these times.
CREATE INDEX "cases_resolved" ON "cases" ("first_resolved_at") WHERE "first_resolved_at" IS NOT NULL;
CREATE INDEX "cases_due" ON "cases" ("target_at") WHERE "target_at" IS NOT NULL;
