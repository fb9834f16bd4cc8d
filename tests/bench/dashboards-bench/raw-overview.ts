/**
 * The overview's figures by plain SQL over the rows, with the indexes that the product has: $1 to $2 is the period, $3 to $1 what it is
 * compared with. Medians are of what ended, without the open ones, which makes them cheaper than ours.
 */
export const rawOverview = [
  `SELECT raised_at >= $1 AS now, date_trunc('day', raised_at) AS day, count(*), count(*) FILTER (WHERE outcome IN ('mistake', 'fraud')),
     count(*) FILTER (WHERE outcome IN ('intended', 'mistake', 'fraud'))
   FROM alerts WHERE raised_at >= $3 AND raised_at < $2 AND status <> 'withdrawn' GROUP BY 1, 2`,
  `SELECT a.raised_at >= $1 AS now, h.rule, count(DISTINCT a.id), count(DISTINCT a.id) FILTER (WHERE outcome IN ('mistake', 'fraud'))
   FROM alerts a JOIN alert_hits h ON h.customer_ref = a.customer_ref AND h.alert_id = a.id
   JOIN transactions t ON t.customer_ref = h.customer_ref AND t.transaction_id = h.transaction_id AND t.revision = h.revision AND t.current
   WHERE a.raised_at >= $3 AND a.raised_at < $2 AND a.status <> 'withdrawn' GROUP BY 1, 2`,
  `SELECT raised_at >= $1 AS now, segment, channel, count(*), count(*) FILTER (WHERE outcome IN ('mistake', 'fraud'))
   FROM alerts WHERE raised_at >= $3 AND raised_at < $2 AND status <> 'withdrawn' GROUP BY 1, GROUPING SETS ((2), (3))`,
  `SELECT offered_at >= $1 AS now, date_trunc('day', offered_at) AS day, percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY acceptance_business_ms)
   FROM handoffs WHERE offered_at >= $3 AND offered_at < $2 GROUP BY GROUPING SETS ((1), (1, 2))`,
  `SELECT h.offered_at >= $1 AS now, h.to_desk, h.from_desk, c.kind, c.channel, c.segment, count(*) FILTER (WHERE acceptance_business_ms > 600000), count(*)
   FROM handoffs h JOIN cases c ON c.customer_ref = h.customer_ref AND c.id = h.case_id
   WHERE h.offered_at >= $3 AND h.offered_at < $2 GROUP BY 1, GROUPING SETS ((2), (3), (4), (5), (6))`,
  `SELECT opened_at >= $1 AS now, date_trunc('day', opened_at) AS day, percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY first_resolved_at - opened_at)
   FROM cases WHERE opened_at >= $3 AND opened_at < $2 GROUP BY GROUPING SETS ((1), (1, 2))`,
  `SELECT opened_at >= $1 AS now, desk, kind, channel, segment, count(*) FILTER (WHERE first_resolved_at - opened_at > interval '1 hour'), count(*)
   FROM cases WHERE opened_at >= $3 AND opened_at < $2 GROUP BY 1, GROUPING SETS ((2), (3), (4), (5))`,
] as const
