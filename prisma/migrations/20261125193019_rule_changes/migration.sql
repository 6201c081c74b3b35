-- AlterTable
ALTER TABLE "calendar_version" ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by" UUID;

-- AlterTable
ALTER TABLE "policy_version" ADD COLUMN     "approved_at" TIMESTAMPTZ(3),
ADD COLUMN     "approved_by" UUID,
ADD COLUMN     "basis" TEXT,
ADD COLUMN     "proposed_at" TIMESTAMPTZ(3),
ADD COLUMN     "proposed_by" UUID;

-- CreateTable
CREATE TABLE "rule_change" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "selection" JSONB NOT NULL,
    "proposed_by" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "paused" BOOLEAN NOT NULL DEFAULT false,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_change_case" (
    "change_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "plan" JSONB NOT NULL,
    "problem" TEXT,
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_change_case_pkey" PRIMARY KEY ("change_id","case_id")
);

-- CreateIndex
CREATE INDEX "rule_change_case_change_id_state_case_id_idx" ON "rule_change_case"("change_id", "state", "case_id");
