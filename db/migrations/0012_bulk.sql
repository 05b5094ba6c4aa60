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
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbox_views" ADD CONSTRAINT "inbox_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "macros" ADD CONSTRAINT "macros_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "undoable_acts" ADD CONSTRAINT "undoable_acts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_views_shop_name_key" ON "inbox_views" USING btree ("merchant_id","name_key") WHERE "inbox_views"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "inbox_views_own_name_key" ON "inbox_views" USING btree ("merchant_id","owner_id","name_key") WHERE "inbox_views"."owner_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "macros_shop_name_key" ON "macros" USING btree ("merchant_id","name_key") WHERE "macros"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "macros_own_name_key" ON "macros" USING btree ("merchant_id","owner_id","name_key") WHERE "macros"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "undoable_acts_created_at_idx" ON "undoable_acts" USING btree ("created_at");
--> statement-breakpoint
-- Written by hand: what the tables above need beside their columns.
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'inbox_views', 'macros', 'undoable_acts']) AS table_name;
--> statement-breakpoint
-- An act can be taken back for a day.
CREATE FUNCTION purge_undoable_acts() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM undoable_acts WHERE created_at < now() - interval '1 day' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION purge_undoable_acts() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_undoable_acts() TO zhanggui_app;
