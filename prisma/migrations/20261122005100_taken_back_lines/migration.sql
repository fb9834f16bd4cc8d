CREATE INDEX "transaction_lines_taken_back" ON "transaction_lines" ("taken_back_at") WHERE "taken_back_at" IS NOT NULL;

-- Purchase lines that were taken back in full within 24 hours: mistakes, as far as history can tell. `alert_id` is the question that
-- was about the line, or about the whole purchase when at least half of its amount was taken back; null: nobody asked.
CREATE VIEW "taken_back_lines" AS
WITH taken AS (
  SELECT l.customer_ref, l.transaction_id, l.revision, l.line_no, l.sku, l.name, l.quantity, l.amount_minor, t.currency, t.segment,
    t.channel, t.import_id, t.occurred_at, l.taken_back_at, l.taken_back_by,
    2 * sum(l.amount_minor) OVER (PARTITION BY l.customer_ref, l.transaction_id, l.revision) >= t.amount_minor AS most_of_purchase
  FROM transaction_lines l
  JOIN transactions t ON t.customer_ref = l.customer_ref AND t.transaction_id = l.transaction_id AND t.revision = l.revision
  WHERE l.taken_back_at IS NOT NULL AND t.current AND t.kind = 'purchase'
    AND l.taken_back_at >= t.occurred_at AND l.taken_back_at <= t.occurred_at + interval '24 hours'
)
SELECT taken.*, hit.alert_id
FROM taken
LEFT JOIN (
  SELECT customer_ref, transaction_id, revision, line_no, min(alert_id::text)::uuid AS alert_id
  FROM alert_hits GROUP BY customer_ref, transaction_id, revision, line_no
) hit ON hit.customer_ref = taken.customer_ref AND hit.transaction_id = taken.transaction_id AND hit.revision = taken.revision
  AND hit.line_no = CASE WHEN EXISTS (
      SELECT FROM alert_hits own WHERE own.customer_ref = taken.customer_ref AND own.transaction_id = taken.transaction_id
        AND own.revision = taken.revision AND own.line_no = taken.line_no
    ) THEN taken.line_no WHEN taken.most_of_purchase THEN 0 END;
