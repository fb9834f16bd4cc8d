-- Which cases were open at an instant, and whose turn it was: one segment of each open case holds it.
CREATE INDEX "case_segments_during" ON "case_segments" USING gist (tstzrange("started_at", "ended_at"));
