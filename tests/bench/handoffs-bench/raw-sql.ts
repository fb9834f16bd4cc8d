/** The figures of the pages by plain SQL over the rows, with the indexes that the product has; $1 and $2 are the range. */
export const rawHandoffs = [
  `SELECT count(*), count(*) FILTER (WHERE state = 'served') AS served,
     count(*) FILTER (WHERE state IN ('served', 'expired', 'customerLost')) AS due,
     count(*) FILTER (WHERE accepted_at <= accept_by) AS in_target, count(*) FILTER (WHERE mode = 'warm' AND accepted_at IS NOT NULL) AS warm,
     count(*) FILTER (WHERE asked_again) AS again, count(*) FILTER (WHERE brief_complete) AS complete,
     count(*) FILTER (WHERE decline_reason = 'wrongDesk') AS wrong
   FROM handoffs WHERE offered_at >= $1 AND offered_at < $2`,
  `SELECT date_trunc('week', offered_at) AS week, percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY acceptance_business_ms)
   FROM handoffs WHERE offered_at >= $1 AND offered_at < $2 GROUP BY 1`,
  `SELECT percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM served_at - released_at)) FROM handoffs
   WHERE offered_at >= $1 AND offered_at < $2 AND served_at IS NOT NULL`,
  `SELECT from_desk, to_desk, count(*), percentile_disc(0.5) WITHIN GROUP (ORDER BY acceptance_business_ms),
     percentile_disc(0.9) WITHIN GROUP (ORDER BY extract(epoch FROM served_at - released_at))
   FROM handoffs WHERE offered_at >= $1 AND offered_at < $2 AND accepted_at IS NOT NULL GROUP BY 1, 2`,
  `SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM handoffs b WHERE b.customer_ref = h.customer_ref AND b.case_id = h.case_id
       AND b.ordinal > h.ordinal AND b.to_desk = h.from_desk AND b.accepted_at <= h.accepted_at + interval '24 hours'))
   FROM handoffs h WHERE offered_at >= $1 AND offered_at < $2 AND accepted_at IS NOT NULL`,
  `SELECT count(*) FROM (SELECT from_desk, to_desk, lag(from_desk) OVER w AS f1, lag(to_desk) OVER w AS t1, lag(from_desk, 2) OVER w AS f2, lag(to_desk, 2) OVER w AS t2
     FROM handoffs WHERE offered_at >= $1 AND offered_at < $2 WINDOW w AS (PARTITION BY customer_ref, case_id ORDER BY ordinal)) s
   WHERE from_desk = t1 AND to_desk = f1 AND f1 = t2 AND t1 = f2`,
  `SELECT handoff_count, count(*) FROM cases WHERE opened_at >= $1 AND opened_at < $2 GROUP BY 1`,
] as const

export const rawCases = [
  `SELECT date_trunc('week', opened_at), count(*) FROM cases WHERE opened_at >= $1 AND opened_at < $2 GROUP BY 1`,
  `SELECT date_trunc('week', at), type, count(*) FROM case_events WHERE at >= $1 AND at < $2 AND type IN ('case.resolved', 'case.reopened') GROUP BY 1, 2`,
  `SELECT date_trunc('week', opened_at), percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY first_resolved_at - opened_at)
   FROM cases WHERE opened_at >= $1 AND opened_at < $2 GROUP BY 1`,
  `SELECT percentile_disc(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY first_answer_at - opened_at) FROM cases WHERE opened_at >= $1 AND opened_at < $2`,
  `SELECT sum(s.business_ms) FILTER (WHERE s.turn = 'us') AS owed FROM cases c JOIN case_segments s ON s.customer_ref = c.customer_ref AND s.case_id = c.id
   WHERE c.opened_at >= $1 AND c.opened_at < $2 GROUP BY c.id`,
  `SELECT count(*) FILTER (WHERE first_resolved_at <= target_at), count(*) FROM cases WHERE target_at >= $1 AND target_at < $2`,
  `SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM cases r WHERE r.customer_ref = c.customer_ref AND r.kind = c.kind AND r.id <> c.id
       AND r.opened_at >= c.first_resolved_at AND r.opened_at < c.first_resolved_at + interval '7 days')) FROM cases c
   WHERE first_resolved_at >= $1 AND first_resolved_at < $2`,
  `SELECT s.turn, count(*) FROM case_segments s WHERE $1::timestamptz < $2 AND started_at <= $2 AND (ended_at > $2 OR ended_at IS NULL) GROUP BY 1`,
] as const
