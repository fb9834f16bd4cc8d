-- Few transactions are asked about: their figures and lists must not read the others.
CREATE INDEX "transactions_asked" ON "transactions" ("occurred_at") WHERE "alert_id" IS NOT NULL AND "current";
