-- The customer waits for the organisation also while the next step is with a manager or another desk: what is kept of each week's cases is
-- made anew.
INSERT INTO "dirty_case_weeks" ("week") SELECT DISTINCT "week" FROM "case_chunks";
