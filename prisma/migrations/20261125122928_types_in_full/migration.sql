-- AlterTable
ALTER TABLE "case_row" ALTER COLUMN "person_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "clock" ADD COLUMN     "object" TEXT,
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "outbox" ADD COLUMN     "not_before" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "unit" ADD COLUMN     "parent" TEXT;

-- CreateTable
CREATE TABLE "document" (
    "number" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "issued_at" TIMESTAMPTZ(3) NOT NULL,
    "served_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "number_series" (
    "series" TEXT NOT NULL,
    "year" SMALLINT NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "number_series_pkey" PRIMARY KEY ("series","year")
);

-- CreateTable
CREATE TABLE "link" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "from_case" UUID NOT NULL,
    "to_case" UUID NOT NULL,
    "object" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_case_id_idx" ON "document"("case_id");

-- CreateIndex
CREATE INDEX "link_from_case_idx" ON "link"("from_case");

-- CreateIndex
CREATE INDEX "link_to_case_idx" ON "link"("to_case");

-- CreateIndex
CREATE INDEX "unit_parent_idx" ON "unit"("parent");

-- Cases from before have neither documents nor ties.
UPDATE "case_row" SET "state" = '{"documents": [], "links": []}'::jsonb || "state";
