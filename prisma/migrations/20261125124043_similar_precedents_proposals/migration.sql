-- AlterTable
ALTER TABLE "case_row" ADD COLUMN     "person_digest" BYTEA;

-- CreateTable
CREATE TABLE "precedent" (
    "case_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "town" TEXT,
    "lead_unit" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "precedent_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "proposal_decision" (
    "key" TEXT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "person" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "proposal_decision_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "precedent_topic_town_at_idx" ON "precedent"("topic", "town", "at");

-- CreateIndex
CREATE INDEX "case_row_person_digest_received_at_idx" ON "case_row"("person_digest", "received_at");
