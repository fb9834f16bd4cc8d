-- Kinds of case stand in an order that people choose: where a thief may act comes first.
ALTER TABLE "case_kinds" ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;
UPDATE "case_kinds" SET "position" = CASE "key"
  WHEN 'lost-or-stolen' THEN 10 WHEN 'account-taken-over' THEN 20 WHEN 'payment' THEN 30 WHEN 'card' THEN 40
  WHEN 'purchase' THEN 50 WHEN 'data-change' THEN 60 WHEN 'other' THEN 900 ELSE "position" END;

-- In which languages a member serves customers.
ALTER TABLE "desk_members" ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- A playbook has a name, and each version says what changed.
ALTER TABLE "playbooks" ADD COLUMN     "name" JSONB,
ADD COLUMN     "note" TEXT;
UPDATE "playbooks" SET "name" = CASE "key"
  WHEN 'stolen-wallet' THEN '{"en": "Stolen wallet", "pl": "Skradziony portfel", "ru": "Украденный кошелёк"}'::jsonb
  ELSE jsonb_build_object('en', "key", 'pl', "key", 'ru', "key") END;
ALTER TABLE "playbooks" ALTER COLUMN "name" SET NOT NULL;
