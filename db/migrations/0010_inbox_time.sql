CREATE TABLE "assignment_settings" (
	"merchant_id" uuid NOT NULL,
	"mode" text NOT NULL,
	"matches_language" boolean DEFAULT true NOT NULL,
	"reassign_after_minutes" integer,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignment_settings_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
CREATE TABLE "business_hours" (
	"merchant_id" uuid NOT NULL,
	"week" jsonb NOT NULL,
	"special" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "business_hours_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_timers" (
	"merchant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"awaits" text,
	"has_answered" boolean DEFAULT false NOT NULL,
	"response" jsonb NOT NULL,
	"resolution" jsonb NOT NULL,
	"response_due_at" timestamp (3) with time zone,
	"resolution_due_at" timestamp (3) with time zone,
	"response_breached_at" timestamp (3) with time zone,
	"resolution_breached_at" timestamp (3) with time zone,
	"assignee_id" uuid,
	"assignee_since" timestamp (3) with time zone,
	"reassign_at" timestamp (3) with time zone,
	"passed_by" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "conversation_timers_pkey" PRIMARY KEY("merchant_id","conversation_id")
);
--> statement-breakpoint
CREATE TABLE "member_capacities" (
	"merchant_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"is_available" boolean DEFAULT true NOT NULL,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"max_open" integer DEFAULT 10 NOT NULL,
	"last_assigned_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "member_capacities_pkey" PRIMARY KEY("merchant_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "scheduled_messages" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"client_message_id" text NOT NULL,
	"author_user_id" uuid NOT NULL,
	"text" text NOT NULL,
	"send_at" timestamp (3) with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"held_because" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scheduled_messages_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "service_levels" (
	"merchant_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"first_response_minutes" integer,
	"next_response_minutes" integer,
	"resolution_minutes" integer,
	"counts" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "service_levels_pkey" PRIMARY KEY("merchant_id","channel")
);
--> statement-breakpoint
ALTER TABLE "assignment_settings" ADD CONSTRAINT "assignment_settings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_timers" ADD CONSTRAINT "conversation_timers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_timers" ADD CONSTRAINT "conversation_timers_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_capacities" ADD CONSTRAINT "member_capacities_member_fkey" FOREIGN KEY ("merchant_id","user_id") REFERENCES "public"."memberships"("merchant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_author_user_id_users_id_fk" FOREIGN KEY ("author_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversation_timers_response_due_idx" ON "conversation_timers" USING btree ("response_due_at") WHERE "conversation_timers"."response_breached_at" is null;--> statement-breakpoint
CREATE INDEX "conversation_timers_resolution_due_idx" ON "conversation_timers" USING btree ("resolution_due_at") WHERE "conversation_timers"."resolution_breached_at" is null;--> statement-breakpoint
CREATE INDEX "conversation_timers_reassign_idx" ON "conversation_timers" USING btree ("reassign_at");--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_messages_client_message_id_key" ON "scheduled_messages" USING btree ("merchant_id","conversation_id","client_message_id");--> statement-breakpoint
CREATE INDEX "scheduled_messages_due_idx" ON "scheduled_messages" USING btree ("send_at") WHERE "scheduled_messages"."state" = 'waiting';
--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'business_hours', 'service_levels', 'assignment_settings', 'member_capacities',
  'conversation_timers', 'scheduled_messages']) AS table_name;
--> statement-breakpoint
-- What the minute's jobs must look at in all shops; each is then changed under its own merchant.
CREATE FUNCTION due_service_clocks(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.merchant_id, t.conversation_id FROM conversation_timers t
   WHERE (t.response_due_at <= at AND t.response_breached_at IS NULL)
      OR (t.resolution_due_at <= at AND t.resolution_breached_at IS NULL) $$;
--> statement-breakpoint
CREATE FUNCTION due_reassignments(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT t.merchant_id, t.conversation_id FROM conversation_timers t WHERE t.reassign_at <= at $$;
--> statement-breakpoint
CREATE FUNCTION merchants_with_queue() RETURNS TABLE (merchant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT s.merchant_id FROM assignment_settings s WHERE s.mode <> 'off' AND EXISTS (
     SELECT 1 FROM conversations c WHERE c.merchant_id = s.merchant_id AND c.status = 'open'
       AND c.owner = 'human' AND c.assignee_id IS NULL) $$;
--> statement-breakpoint
CREATE FUNCTION due_scheduled_messages(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT m.merchant_id, m.id FROM scheduled_messages m
   WHERE m.state = 'waiting' AND m.send_at <= at ORDER BY m.send_at $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION due_service_clocks(timestamptz), due_reassignments(timestamptz), merchants_with_queue(),
  due_scheduled_messages(timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION due_service_clocks(timestamptz), due_reassignments(timestamptz), merchants_with_queue(),
  due_scheduled_messages(timestamptz) TO zhanggui_app;
