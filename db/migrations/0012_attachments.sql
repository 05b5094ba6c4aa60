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
ALTER TABLE "deliveries" ADD COLUMN "attachment_id" uuid;--> statement-breakpoint
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachment_parts" ADD CONSTRAINT "attachment_parts_attachment_fkey" FOREIGN KEY ("merchant_id","attachment_id") REFERENCES "public"."attachments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attachments" ADD CONSTRAINT "attachments_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "attachments_uploader_idx" ON "attachments" USING btree ("merchant_id","uploader","created_at");--> statement-breakpoint
CREATE INDEX "attachments_conversation_idx" ON "attachments" USING btree ("merchant_id","conversation_id");--> statement-breakpoint
CREATE INDEX "attachments_evidence_idx" ON "attachments" USING btree ("merchant_id","evidence_key");--> statement-breakpoint
CREATE INDEX "attachments_created_at_idx" ON "attachments" USING btree ("created_at");
--> statement-breakpoint
-- Handwritten from here on.
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'attachments', 'attachment_parts']) AS table_name;
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
