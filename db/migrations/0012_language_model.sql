CREATE TABLE "conversation_summaries" (
	"merchant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"model" text NOT NULL,
	"last_message_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "conversation_summaries_pkey" PRIMARY KEY("merchant_id","conversation_id","language")
);
--> statement-breakpoint
CREATE TABLE "language_model_days" (
	"merchant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"task" text NOT NULL,
	"calls" integer DEFAULT 0 NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "language_model_days_pkey" PRIMARY KEY("merchant_id","day","task")
);
--> statement-breakpoint
CREATE TABLE "language_models" (
	"merchant_id" uuid NOT NULL,
	"base_url" text NOT NULL,
	"model" text NOT NULL,
	"key_sealed" text,
	"may_phrase" boolean DEFAULT false NOT NULL,
	"may_summarise" boolean DEFAULT false NOT NULL,
	"may_translate" boolean DEFAULT false NOT NULL,
	"daily_tokens" integer NOT NULL,
	"failures_in_row" integer DEFAULT 0 NOT NULL,
	"circuit_open_until" timestamp (3) with time zone,
	"recent_errors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"last_answer_at" timestamp (3) with time zone,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "language_models_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
CREATE TABLE "message_translations" (
	"merchant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"language" text NOT NULL,
	"text" text NOT NULL,
	"is_original" boolean DEFAULT false NOT NULL,
	"lost" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"model" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "message_translations_pkey" PRIMARY KEY("merchant_id","message_id","language")
);
--> statement-breakpoint
CREATE TABLE "reply_phrasings" (
	"merchant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"template" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"model" text,
	"waits_until" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reply_phrasings_pkey" PRIMARY KEY("merchant_id","message_id")
);
--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_model_days" ADD CONSTRAINT "language_model_days_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_models" ADD CONSTRAINT "language_models_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_translations" ADD CONSTRAINT "message_translations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_translations" ADD CONSTRAINT "message_translations_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_phrasings" ADD CONSTRAINT "reply_phrasings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_phrasings" ADD CONSTRAINT "reply_phrasings_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_translations_conversation_idx" ON "message_translations" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "reply_phrasings_waiting_idx" ON "reply_phrasings" USING btree ("waits_until") WHERE "reply_phrasings"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "reply_phrasings_conversation_idx" ON "reply_phrasings" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
-- By hand: row-level security, and what the minute's job must look at in all shops.
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'language_models', 'language_model_days', 'reply_phrasings', 'message_translations',
  'conversation_summaries']) AS table_name;
--> statement-breakpoint
CREATE FUNCTION stray_phrasings(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT p.merchant_id, p.message_id FROM reply_phrasings p
   WHERE p.state = 'waiting' AND p.waits_until <= at ORDER BY p.waits_until LIMIT 500 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION stray_phrasings(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION stray_phrasings(timestamptz) TO zhanggui_app;
