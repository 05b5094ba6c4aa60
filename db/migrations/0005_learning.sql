CREATE TABLE "active_heads" (
	"merchant_id" uuid NOT NULL,
	"version_id" uuid,
	"activated_by" text NOT NULL,
	"activated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "active_heads_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
CREATE TABLE "head_versions" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"number" integer NOT NULL,
	"model" text NOT NULL,
	"head" "bytea" NOT NULL,
	"previous_number" integer,
	"own_intents" text[] NOT NULL,
	"counts" jsonb NOT NULL,
	"comparison" jsonb NOT NULL,
	"decision" text NOT NULL,
	"reason" text NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" text NOT NULL,
	"taught_until" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "head_versions_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "intent_corrections" (
	"merchant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"intent" text NOT NULL,
	"predicted_intent" text,
	"predicted_confidence" numeric,
	"model" text,
	"head_version" integer,
	"user_id" uuid,
	"actor_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intent_corrections_pkey" PRIMARY KEY("merchant_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "intent_examples" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"intent_id" text NOT NULL,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "intent_examples_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "merchant_intents" (
	"merchant_id" uuid NOT NULL,
	"id" text NOT NULL,
	"name" jsonb NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "merchant_intents_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "training_runs" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"trigger" text NOT NULL,
	"requested_by" text NOT NULL,
	"status" text DEFAULT 'queued' NOT NULL,
	"stage" text DEFAULT 'waiting' NOT NULL,
	"progress" numeric DEFAULT 0 NOT NULL,
	"error" text,
	"version_id" uuid,
	"job_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "training_runs_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "understanding_alerts" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"measure" text NOT NULL,
	"since" text NOT NULL,
	"before" numeric NOT NULL,
	"after" numeric NOT NULL,
	"p" numeric NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"dismissed_at" timestamp (3) with time zone,
	"dismissed_by" text,
	CONSTRAINT "understanding_alerts_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "sentiment" numeric;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "alternatives" jsonb;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "margin" numeric;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "sentiment" numeric;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "model" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "head_version" integer;--> statement-breakpoint
ALTER TABLE "active_heads" ADD CONSTRAINT "active_heads_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "active_heads" ADD CONSTRAINT "active_heads_version_fkey" FOREIGN KEY ("merchant_id","version_id") REFERENCES "public"."head_versions"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "head_versions" ADD CONSTRAINT "head_versions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_corrections" ADD CONSTRAINT "intent_corrections_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_corrections" ADD CONSTRAINT "intent_corrections_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_corrections" ADD CONSTRAINT "intent_corrections_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_examples" ADD CONSTRAINT "intent_examples_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intent_examples" ADD CONSTRAINT "intent_examples_intent_fkey" FOREIGN KEY ("merchant_id","intent_id") REFERENCES "public"."merchant_intents"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merchant_intents" ADD CONSTRAINT "merchant_intents_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training_runs" ADD CONSTRAINT "training_runs_version_fkey" FOREIGN KEY ("merchant_id","version_id") REFERENCES "public"."head_versions"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "understanding_alerts" ADD CONSTRAINT "understanding_alerts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "head_versions_number_key" ON "head_versions" USING btree ("merchant_id","number");--> statement-breakpoint
CREATE INDEX "intent_corrections_updated_at_idx" ON "intent_corrections" USING btree ("merchant_id","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "intent_examples_text_key" ON "intent_examples" USING btree ("merchant_id","intent_id","text_key");--> statement-breakpoint
CREATE INDEX "intent_examples_lookup_idx" ON "intent_examples" USING btree ("merchant_id","text_key");--> statement-breakpoint
CREATE INDEX "training_runs_created_at_idx" ON "training_runs" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "training_runs_open_key" ON "training_runs" USING btree ("merchant_id") WHERE "training_runs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "understanding_alerts_opened_at_idx" ON "understanding_alerts" USING btree ("merchant_id","opened_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "understanding_alerts_open_key" ON "understanding_alerts" USING btree ("merchant_id","kind") WHERE "understanding_alerts"."dismissed_at" is null;--> statement-breakpoint
CREATE INDEX "messages_customer_idx" ON "messages" USING btree ("merchant_id","created_at","id") WHERE "messages"."author" = 'customer';--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'intent_corrections', 'merchant_intents', 'intent_examples', 'head_versions', 'active_heads', 'training_runs',
  'understanding_alerts']) AS table_name;
--> statement-breakpoint
-- A version is written once: what was decided, on which figures, stays as it was.
REVOKE UPDATE, DELETE ON head_versions FROM zhanggui_app;
--> statement-breakpoint
-- Whose messages the daily look at quality goes over; each is then read under its own merchant.
CREATE FUNCTION merchants_with_messages(since timestamptz) RETURNS TABLE (merchant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.id FROM merchants m WHERE EXISTS (
     SELECT 1 FROM messages s WHERE s.merchant_id = m.id AND s.author = 'customer' AND s.created_at >= since) $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION merchants_with_messages(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION merchants_with_messages(timestamptz) TO zhanggui_app;
