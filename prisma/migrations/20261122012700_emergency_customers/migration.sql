-- Customers in an emergency, whose alerts come first.
CREATE INDEX "cases_emergency" ON "cases" ("customer_ref") WHERE "emergency" AND "status" = 'open';
