-- One current revision of a sender's id, whichever customer it names and whoever races. On Citus, where a unique key must hold the
-- customer, prisma/distribute.sql puts the narrower one back.
DROP INDEX "transactions_one_current";
CREATE UNIQUE INDEX "transactions_one_current" ON "transactions" ("transaction_id") WHERE "current";
