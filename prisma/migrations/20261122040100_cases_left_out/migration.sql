-- How many cases figures leave out is asked with every page; there are few of them.
CREATE INDEX "cases_left_out" ON "cases" ("opened_at") WHERE "excluded" IS NOT NULL OR "status" = 'merged';
