-- CreateIndex
CREATE INDEX "clock_clock_ended_at_internal_due_idx" ON "clock"("clock", "ended_at", "internal_due");
