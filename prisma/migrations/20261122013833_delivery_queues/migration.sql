-- What the outbox job looks for; everything else of these tables is history.
CREATE INDEX "webhook_messages_undistributed_idx" ON "webhook_messages"("at") WHERE "distributed_at" IS NULL;
CREATE INDEX "webhook_deliveries_due_idx" ON "webhook_deliveries"("endpoint_id", "next_attempt_at") WHERE "status" = 'pending';
