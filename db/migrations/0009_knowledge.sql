CREATE TABLE "knowledge_article_versions" (
	"merchant_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" text NOT NULL,
	"tags" text[] NOT NULL,
	"audience" text NOT NULL,
	"valid_from" timestamp (3) with time zone,
	"valid_until" timestamp (3) with time zone,
	"restored_from" integer,
	"user_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_article_versions_pkey" PRIMARY KEY("merchant_id","article_id","number")
);
--> statement-breakpoint
CREATE TABLE "knowledge_articles" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"translation_group_id" uuid NOT NULL,
	"language" text NOT NULL,
	"external_id" text,
	"title_key" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"latest_version" integer DEFAULT 1 NOT NULL,
	"published_version" integer,
	"source_conversation_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "knowledge_articles_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "knowledge_passages" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"kind" text NOT NULL,
	"heading" text DEFAULT '' NOT NULL,
	"text" text NOT NULL,
	"terms" text[] NOT NULL,
	"model" text NOT NULL,
	"embedding" "bytea" NOT NULL,
	"intents" "bytea" NOT NULL,
	CONSTRAINT "knowledge_passages_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "knowledge_revisions" (
	"merchant_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"transaction_id" text NOT NULL,
	CONSTRAINT "knowledge_revisions_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
CREATE TABLE "unanswered_questions" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"text" text NOT NULL,
	"text_key" text NOT NULL,
	"language" text NOT NULL,
	"times_asked" integer DEFAULT 1 NOT NULL,
	"first_asked_at" timestamp (3) with time zone NOT NULL,
	"last_asked_at" timestamp (3) with time zone NOT NULL,
	"conversation_id" uuid,
	"status" text DEFAULT 'open' NOT NULL,
	"article_id" uuid,
	"resolved_by" text,
	"resolved_at" timestamp (3) with time zone,
	CONSTRAINT "unanswered_questions_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "knowledge_article_versions" ADD CONSTRAINT "knowledge_article_versions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_article_versions" ADD CONSTRAINT "knowledge_article_versions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_article_versions" ADD CONSTRAINT "knowledge_article_versions_article_fkey" FOREIGN KEY ("merchant_id","article_id") REFERENCES "public"."knowledge_articles"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_articles" ADD CONSTRAINT "knowledge_articles_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_articles" ADD CONSTRAINT "knowledge_articles_source_fkey" FOREIGN KEY ("merchant_id","source_conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_passages" ADD CONSTRAINT "knowledge_passages_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_passages" ADD CONSTRAINT "knowledge_passages_article_fkey" FOREIGN KEY ("merchant_id","article_id") REFERENCES "public"."knowledge_articles"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "knowledge_revisions" ADD CONSTRAINT "knowledge_revisions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_questions" ADD CONSTRAINT "unanswered_questions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_questions" ADD CONSTRAINT "unanswered_questions_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unanswered_questions" ADD CONSTRAINT "unanswered_questions_article_fkey" FOREIGN KEY ("merchant_id","article_id") REFERENCES "public"."knowledge_articles"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_articles_translation_key" ON "knowledge_articles" USING btree ("merchant_id","translation_group_id","language");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_articles_external_id_key" ON "knowledge_articles" USING btree ("merchant_id","external_id","language");--> statement-breakpoint
CREATE INDEX "knowledge_articles_title_idx" ON "knowledge_articles" USING btree ("merchant_id","language","title_key");--> statement-breakpoint
CREATE INDEX "knowledge_articles_updated_at_idx" ON "knowledge_articles" USING btree ("merchant_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "knowledge_articles_source_key" ON "knowledge_articles" USING btree ("merchant_id","source_conversation_id");--> statement-breakpoint
CREATE INDEX "knowledge_passages_article_idx" ON "knowledge_passages" USING btree ("merchant_id","article_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "unanswered_questions_text_key" ON "unanswered_questions" USING btree ("merchant_id","text_key");--> statement-breakpoint
CREATE INDEX "unanswered_questions_last_asked_at_idx" ON "unanswered_questions" USING btree ("merchant_id","last_asked_at","id");--> statement-breakpoint
CREATE INDEX "unanswered_questions_article_idx" ON "unanswered_questions" USING btree ("merchant_id","article_id");
--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'knowledge_articles', 'knowledge_article_versions', 'knowledge_passages', 'knowledge_revisions',
  'unanswered_questions']) AS table_name;
--> statement-breakpoint
-- A version is written once: what an article said stays as it was.
REVOKE UPDATE, DELETE ON knowledge_article_versions FROM zhanggui_app;
