-- CreateTable
CREATE TABLE "guard_refusals_audited" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "audited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "guard_refusals_audited_pkey" PRIMARY KEY ("id")
);
