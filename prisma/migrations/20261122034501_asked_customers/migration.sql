-- Whether a colleague is asking this customer already: one look by customer for each take, however many alerts are in hands.
CREATE INDEX "alerts_asked_customers" ON "alerts" ("customer_ref") WHERE "status" IN ('claimed', 'contacted');
