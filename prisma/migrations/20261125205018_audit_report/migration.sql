-- CreateTable
CREATE TABLE "audit_report" (
    "id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3) NOT NULL,
    "cases" INTEGER NOT NULL,
    "report" JSONB NOT NULL,

    CONSTRAINT "audit_report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "audit_report_started_at_idx" ON "audit_report"("started_at");
