-- AlterTable
ALTER TABLE "clock" ADD COLUMN     "paused_at" TIMESTAMPTZ(3);
