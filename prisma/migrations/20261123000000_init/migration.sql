-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "case_row" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "type_id" TEXT NOT NULL,
    "type_version" SMALLINT NOT NULL,
    "policy_version" TEXT NOT NULL,
    "calendar_version" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "ended" BOOLEAN NOT NULL,
    "state" JSONB NOT NULL,
    "head_hash" BYTEA NOT NULL,
    "matter" TEXT NOT NULL,
    "urgent" BOOLEAN NOT NULL,
    "town" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "due_clock" TEXT,
    "due_at" TIMESTAMPTZ(3),
    "yellow_at" TIMESTAMPTZ(3),
    "red_at" TIMESTAMPTZ(3),
    "provisional" BOOLEAN NOT NULL,
    "wake_at" TIMESTAMPTZ(3),
    "text_id" UUID NOT NULL,
    "address_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "case_row_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock" (
    "case_id" UUID NOT NULL,
    "clock" TEXT NOT NULL,
    "round" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "limit_key" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "nominal_due" DATE NOT NULL,
    "statutory_due" TIMESTAMPTZ(3) NOT NULL,
    "internal_due" TIMESTAMPTZ(3) NOT NULL,
    "provisional" BOOLEAN NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("case_id","clock","round")
);

-- CreateTable
CREATE TABLE "level_fired" (
    "key" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "level_fired_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "case_unit" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "unit" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "case_unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_key" (
    "case_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrapped" BYTEA NOT NULL,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "case_text" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "case_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_identity" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "sealed_identity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_read" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "reason_id" UUID NOT NULL,

    CONSTRAINT "audit_read_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "telling" (
    "case_id" UUID NOT NULL,
    "told_version" INTEGER NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(3),

    CONSTRAINT "telling_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "id" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "delivered_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice" (
    "id" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sentinel" (
    "id" INTEGER NOT NULL,
    "counter" BIGINT NOT NULL,
    "confirmed" BIGINT NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "sentinel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "position" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "schema" SMALLINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "occurred_at" TIMESTAMPTZ(3),
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "command_id" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "on_behalf_of" TEXT,
    "unit" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "prev_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "command" (
    "principal" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "case_id" UUID NOT NULL,
    "first_version" INTEGER NOT NULL,
    "last_version" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "command_pkey" PRIMARY KEY ("principal","id")
);

-- CreateTable
CREATE TABLE "unit" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "pinyin" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "unit_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "account" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_grant" (
    "id" BIGSERIAL NOT NULL,
    "person" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from" TIMESTAMPTZ(3) NOT NULL,
    "to" TIMESTAMPTZ(3),

    CONSTRAINT "role_grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" BYTEA NOT NULL,
    "person" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_version" (
    "version" TEXT NOT NULL,
    "effective_from" DATE NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "policy_version_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "calendar_version" (
    "version" TEXT NOT NULL,
    "data" JSONB NOT NULL,

    CONSTRAINT "calendar_version_pkey" PRIMARY KEY ("version")
);

-- CreateIndex
CREATE UNIQUE INDEX "case_row_number_key" ON "case_row"("number");

-- CreateIndex
CREATE INDEX "case_row_ended_due_at_id_idx" ON "case_row"("ended", "due_at", "id");

-- CreateIndex
CREATE INDEX "case_row_stage_due_at_id_idx" ON "case_row"("stage", "due_at", "id");

-- CreateIndex
CREATE INDEX "case_row_wake_at_idx" ON "case_row"("wake_at");

-- CreateIndex
CREATE INDEX "clock_provisional_ended_at_idx" ON "clock"("provisional", "ended_at");

-- CreateIndex
CREATE INDEX "level_fired_case_id_idx" ON "level_fired"("case_id");

-- CreateIndex
CREATE INDEX "case_unit_case_id_idx" ON "case_unit"("case_id");

-- CreateIndex
CREATE INDEX "case_unit_unit_to_case_id_idx" ON "case_unit"("unit", "to", "case_id");

-- CreateIndex
CREATE INDEX "case_text_case_id_idx" ON "case_text"("case_id");

-- CreateIndex
CREATE INDEX "sealed_identity_case_id_idx" ON "sealed_identity"("case_id");

-- CreateIndex
CREATE INDEX "audit_read_case_id_idx" ON "audit_read"("case_id");

-- CreateIndex
CREATE INDEX "outbox_case_id_idx" ON "outbox"("case_id");

-- CreateIndex
CREATE INDEX "notice_person_read_at_created_at_idx" ON "notice"("person", "read_at", "created_at");

-- CreateIndex
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");

-- CreateIndex
CREATE INDEX "case_event_at_idx" ON "case_event" USING BRIN ("at");

-- CreateIndex
CREATE UNIQUE INDEX "case_event_case_id_version_key" ON "case_event"("case_id", "version");

-- CreateIndex
CREATE INDEX "command_case_id_idx" ON "command"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_account_key" ON "person"("account");

-- CreateIndex
CREATE INDEX "person_unit_idx" ON "person"("unit");

-- CreateIndex
CREATE UNIQUE INDEX "role_grant_person_role_key" ON "role_grant"("person", "role");

-- CreateIndex
CREATE INDEX "session_person_idx" ON "session"("person");


-- Trigram search and its boot check need the extension.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Case numbers: unique and rising; gaps are allowed, waiting for one another is not.
CREATE SEQUENCE "case_number" AS BIGINT START 1;

-- The log is append only, for its owner too.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER "case_event_append_only" BEFORE UPDATE OR DELETE ON "case_event"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "case_event_no_truncate" BEFORE TRUNCATE ON "case_event"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();

INSERT INTO "sentinel" ("id", "counter", "confirmed") VALUES (1, 0, 0);
