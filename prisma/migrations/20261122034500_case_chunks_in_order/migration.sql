-- Rows of chunks stand in the order of the instant that they count at: chunks made before are made anew.
INSERT INTO "dirty_case_weeks" ("week") SELECT DISTINCT "week" FROM "case_chunks";
DELETE FROM "case_chunks";
