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
ALTER TABLE "channel_contacts" ADD COLUMN "email_key" text GENERATED ALWAYS AS (regexp_replace(lower(btrim(email)), '\+[^@]*@', '@')) STORED;--> statement-breakpoint
ALTER TABLE "channel_contacts" ADD COLUMN "phone_key" text GENERATED ALWAYS AS ("right"(nullif(regexp_replace(phone, '\D', '', 'g'), ''), 8)) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "email_key" text GENERATED ALWAYS AS (regexp_replace(lower(btrim(email)), '\+[^@]*@', '@')) STORED;--> statement-breakpoint
ALTER TABLE "customers" ADD COLUMN "phone_key" text GENERATED ALWAYS AS ("right"(nullif(regexp_replace(phone, '\D', '', 'g'), ''), 8)) STORED;--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "typing_preview" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_contact_fkey" FOREIGN KEY ("merchant_id","contact_id") REFERENCES "public"."channel_contacts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_contacts" ADD CONSTRAINT "distinct_contacts_customer_fkey" FOREIGN KEY ("merchant_id","customer_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_one_fkey" FOREIGN KEY ("merchant_id","one_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "distinct_customers" ADD CONSTRAINT "distinct_customers_other_fkey" FOREIGN KEY ("merchant_id","other_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_choices" ADD CONSTRAINT "suggestion_choices_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "distinct_customers_other_idx" ON "distinct_customers" USING btree ("merchant_id","other_id");--> statement-breakpoint
CREATE INDEX "suggestion_choices_created_at_idx" ON "suggestion_choices" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "complaints_conversation_idx" ON "complaints" USING btree ("merchant_id","conversation_id") WHERE "complaints"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "order_requests_conversation_idx" ON "order_requests" USING btree ("merchant_id","conversation_id") WHERE "order_requests"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "restock_notices_conversation_idx" ON "restock_notices" USING btree ("merchant_id","conversation_id") WHERE "restock_notices"."conversation_id" is not null;--> statement-breakpoint
CREATE INDEX "channel_contacts_email_key_idx" ON "channel_contacts" USING btree ("merchant_id","email_key");--> statement-breakpoint
CREATE INDEX "channel_contacts_phone_key_idx" ON "channel_contacts" USING btree ("merchant_id","phone_key");--> statement-breakpoint
CREATE INDEX "customers_email_key_idx" ON "customers" USING btree ("merchant_id","email_key");--> statement-breakpoint
CREATE INDEX "customers_phone_key_idx" ON "customers" USING btree ("merchant_id","phone_key");
--> statement-breakpoint
-- Written by hand from here on.
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'distinct_contacts', 'distinct_customers', 'suggestion_choices']) AS table_name;
