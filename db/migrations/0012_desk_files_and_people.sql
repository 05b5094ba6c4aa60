CREATE TABLE "attachment_parts" (
	"merchant_id" uuid NOT NULL,
	"attachment_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "attachment_parts_pkey" PRIMARY KEY("merchant_id","attachment_id","part")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"uploader" text NOT NULL,
	"conversation_id" uuid,
	"kind" text NOT NULL,
	"mime_type" text NOT NULL,
	"file_name" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"width" integer,
	"height" integer,
	"sha256" text NOT NULL,
	"evidence_key" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "attachments_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "distinct_contacts" (
	"merchant_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"customer_id" uuid NOT NULL,
	"decided_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "distinct_contacts_pkey" PRIMARY KEY("merchant_id","contact_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "distinct_customers" (
	"merchant_id" uuid NOT NULL,
	"one_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"decided_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "distinct_customers_pkey" PRIMARY KEY("merchant_id","one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "inbox_views" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"filters" jsonb NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "inbox_views_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"steps" jsonb NOT NULL,
	"times_used" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "macros_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "undoable_acts" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"actor_id" text NOT NULL,
	"before" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "undoable_acts_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_choices" (
	"merchant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"choice" text NOT NULL,
	"user_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "suggestion_choices_pkey" PRIMARY KEY("merchant_id","conversation_id","key")
);
--> statement-breakpoint
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
ALTER TABLE "channel_contacts" ADD COLUMN "email_key" text GENERATED ALWAYS AS (regexp_replace(lower(btrim(email)), '\+[^@]*@', '@')) STORED;--> statement-breakpoint
ALTER TABLE "channel_contacts" ADD COLUMN "phone_key" text GENERATED ALWAYS AS ("right"(nullif(regexp_replace(phone, '\D', '', 'g'), ''), 8)) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "email_key" text GENERATED ALWAYS AS (regexp_replace(lower(btrim(email)), '\+[^@]*@', '@')) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "phone_key" text GENERATED ALWAYS AS ("right"(nullif(regexp_replace(phone, '\D', '', 'g'), ''), 8)) STORED;--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "attachment_id" uuid;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "typing_preview" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_attachment_fkey" FOREIGN KEY ("merchant_id","attachment_id") REFERENCES "public"."attachments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_contact_fkey" FOREIGN KEY ("merchant_id","contact_id") REFERENCES "public"."channel_contacts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_customer_fkey" FOREIGN KEY ("merchant_id","customer_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_one_fkey" FOREIGN KEY ("merchant_id","one_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_other_fkey" FOREIGN KEY ("merchant_id","other_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undoable_acts" ADD CONSTRAINT "undoable_acts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_summaries" ADD CONSTRAINT "conversation_summaries_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_model_days" ADD CONSTRAINT "language_model_days_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "language_models" ADD CONSTRAINT "language_models_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_translations" ADD CONSTRAINT "message_translations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_translations" ADD CONSTRAINT "message_translations_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_phrasings" ADD CONSTRAINT "reply_phrasings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_phrasings" ADD CONSTRAINT "reply_phrasings_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_uploader_idx" ON "attachments" USING btree ("merchant_id","uploader","created_at");--> statement-breakpoint
CREATE INDEX "attachments_conversation_idx" ON "attachments" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "attachments_evidence_idx" ON "attachments" USING btree ("merchant_id","evidence_key");--> statement-breakpoint
CREATE INDEX "attachments_created_at_idx" ON "attachments" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "distinct_customers_other_idx" ON "distinct_customers" USING btree ("merchant_id","other_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_views_shop_name_key" ON "inbox_views" USING btree ("merchant_id","name_key") WHERE "inbox_views"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_views_own_name_key" ON "inbox_views" USING btree ("merchant_id","owner_id","name_key") WHERE "inbox_views"."owner_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "macros_shop_name_key" ON "macros" USING btree ("merchant_id","name_key") WHERE "macros"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "macros_own_name_key" ON "macros" USING btree ("merchant_id","owner_id","name_key") WHERE "macros"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "undoable_acts_created_at_idx" ON "undoable_acts" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "suggestion_choices_created_at_idx" ON "suggestion_choices" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "message_translations_conversation_idx" ON "message_translations" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "reply_phrasings_waiting_idx" ON "reply_phrasings" USING btree ("waits_until") WHERE "reply_phrasings"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "reply_phrasings_conversation_idx" ON "reply_phrasings" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "complaints_conversation_idx" ON "complaints" USING btree ("merchant_id","conversation_id") WHERE "complaints"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "order_requests_conversation_idx" ON "order_requests" USING btree ("merchant_id","conversation_id") WHERE "order_requests"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "restock_notices_conversation_idx" ON "restock_notices" USING btree ("merchant_id","conversation_id") WHERE "restock_notices"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "channel_contacts_email_key_idx" ON "channel_contacts" USING btree ("merchant_id","email_key");--> statement-breakpoint
CREATE INDEX "channel_contacts_phone_key_idx" ON "channel_contacts" USING btree ("merchant_id","phone_key");--> statement-breakpoint
CREATE INDEX "customers_email_key_idx" ON "customers" USING btree ("merchant_id","email_key");--> statement-breakpoint
CREATE INDEX "customers_phone_key_idx" ON "customers" USING btree ("merchant_id","phone_key");--> statement-breakpoint
-- Written by hand from here on.
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'distinct_contacts', 'distinct_customers', 'suggestion_choices', 'inbox_views', 'macros', 'undoable_acts',
  'attachments', 'attachment_parts', 'language_models', 'language_model_days', 'reply_phrasings',
  'message_translations', 'conversation_summaries']) AS table_name;
--> statement-breakpoint
-- An act can be taken back for a day.
CREATE FUNCTION purge_undoable_acts() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM undoable_acts WHERE created_at < now() - interval '1 day' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION purge_undoable_acts() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_undoable_acts() TO zhanggui_app;
--> statement-breakpoint
-- Pictures and videos are compressed already.
ALTER TABLE attachment_parts ALTER COLUMN bytes SET STORAGE EXTERNAL;
--> statement-breakpoint
CREATE FUNCTION purge_unsent_attachments() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM attachments WHERE conversation_id IS NULL AND created_at < now() - interval '1 day' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION purge_unsent_attachments() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_unsent_attachments() TO zhanggui_app;
--> statement-breakpoint
CREATE FUNCTION stray_phrasings(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT p.merchant_id, p.message_id FROM reply_phrasings p
   WHERE p.state = 'waiting' AND p.waits_until <= at ORDER BY p.waits_until LIMIT 500 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION stray_phrasings(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION stray_phrasings(timestamptz) TO zhanggui_app;
