CREATE TABLE "channel_accounts" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"secrets_sealed" text NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"address_token" text NOT NULL,
	"last_inbound_at" timestamp (3) with time zone,
	"last_sent_at" timestamp (3) with time zone,
	"last_error" text,
	"last_error_at" timestamp (3) with time zone,
	"refused_calls" integer DEFAULT 0 NOT NULL,
	"failures_in_row" integer DEFAULT 0 NOT NULL,
	"circuit_open_until" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_accounts_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "channel_contacts" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"customer_id" uuid,
	"name" text,
	"email" text,
	"phone" text,
	"subject" text,
	"last_inbound_at" timestamp (3) with time zone,
	"last_inbound_provider_id" text,
	"replies_since_inbound" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "channel_contacts_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "channel_tokens" (
	"merchant_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"token_sealed" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "channel_tokens_pkey" PRIMARY KEY("merchant_id","account_id","name")
);
--> statement-breakpoint
CREATE TABLE "inbound_calls" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"provider_id" text NOT NULL,
	"sender_ids" text[] DEFAULT '{}' NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"method" text NOT NULL,
	"headers" jsonb NOT NULL,
	"query" jsonb NOT NULL,
	"body" "bytea" NOT NULL,
	"events" jsonb NOT NULL,
	"state" text DEFAULT 'received' NOT NULL,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"processed_at" timestamp (3) with time zone,
	CONSTRAINT "inbound_calls_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"part" integer NOT NULL,
	"text_from" integer NOT NULL,
	"text_to" integer NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"sending_until" timestamp (3) with time zone,
	"provider_id" text,
	"error_code" text,
	"error_reason" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "canned_replies" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"owner_id" uuid,
	"name" text NOT NULL,
	"texts" jsonb NOT NULL,
	"times_used" integer DEFAULT 0 NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "canned_replies_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "conversation_labels" (
	"merchant_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"label_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "conversation_labels_pkey" PRIMARY KEY("merchant_id","conversation_id","label_id")
);
--> statement-breakpoint
CREATE TABLE "conversation_terms" (
	"merchant_id" uuid NOT NULL,
	"term" text COLLATE "C" NOT NULL,
	"conversation_id" uuid NOT NULL,
	CONSTRAINT "conversation_terms_pkey" PRIMARY KEY("merchant_id","conversation_id","term")
);
--> statement-breakpoint
CREATE TABLE "labels" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"color" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "labels_pkey" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "mentions" (
	"merchant_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"conversation_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "mentions_pkey" PRIMARY KEY("merchant_id","message_id","user_id")
);
--> statement-breakpoint
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
ALTER TABLE "complaints" ADD COLUMN "owner_name" text;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "channel_contact_id" uuid;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "terms_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "attachments" jsonb;--> statement-breakpoint
ALTER TABLE "channel_accounts" ADD CONSTRAINT "channel_accounts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_contacts" ADD CONSTRAINT "channel_contacts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_contacts" ADD CONSTRAINT "channel_contacts_account_fkey" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."channel_accounts"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_contacts" ADD CONSTRAINT "channel_contacts_customer_fkey" FOREIGN KEY ("merchant_id","customer_id") REFERENCES "public"."customers"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_tokens" ADD CONSTRAINT "channel_tokens_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "channel_tokens" ADD CONSTRAINT "channel_tokens_account_fkey" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."channel_accounts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_calls" ADD CONSTRAINT "inbound_calls_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "inbound_calls" ADD CONSTRAINT "inbound_calls_account_fkey" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."channel_accounts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_account_fkey" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."channel_accounts"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_contact_fkey" FOREIGN KEY ("merchant_id","contact_id") REFERENCES "public"."channel_contacts"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "canned_replies" ADD CONSTRAINT "canned_replies_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_labels" ADD CONSTRAINT "conversation_labels_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_labels" ADD CONSTRAINT "conversation_labels_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_labels" ADD CONSTRAINT "conversation_labels_label_fkey" FOREIGN KEY ("merchant_id","label_id") REFERENCES "public"."labels"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_terms" ADD CONSTRAINT "conversation_terms_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_terms" ADD CONSTRAINT "conversation_terms_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "labels" ADD CONSTRAINT "labels_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_message_fkey" FOREIGN KEY ("merchant_id","message_id") REFERENCES "public"."messages"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mentions" ADD CONSTRAINT "mentions_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignment_settings" ADD CONSTRAINT "assignment_settings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "business_hours" ADD CONSTRAINT "business_hours_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_timers" ADD CONSTRAINT "conversation_timers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation_timers" ADD CONSTRAINT "conversation_timers_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_capacities" ADD CONSTRAINT "member_capacities_member_fkey" FOREIGN KEY ("merchant_id","user_id") REFERENCES "public"."memberships"("merchant_id","user_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_author_user_id_users_id_fk" FOREIGN KEY ("author_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scheduled_messages" ADD CONSTRAINT "scheduled_messages_conversation_fkey" FOREIGN KEY ("merchant_id","conversation_id") REFERENCES "public"."conversations"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_levels" ADD CONSTRAINT "service_levels_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "channel_accounts_address_key" ON "channel_accounts" USING btree ("address_token");--> statement-breakpoint
CREATE INDEX "channel_accounts_created_at_idx" ON "channel_accounts" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "channel_contacts_provider_key" ON "channel_contacts" USING btree ("merchant_id","account_id","provider_id");--> statement-breakpoint
CREATE INDEX "channel_contacts_customer_idx" ON "channel_contacts" USING btree ("merchant_id","customer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_calls_provider_key" ON "inbound_calls" USING btree ("merchant_id","account_id","provider_id");--> statement-breakpoint
CREATE INDEX "inbound_calls_state_idx" ON "inbound_calls" USING btree ("state","received_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_part_key" ON "deliveries" USING btree ("merchant_id","message_id","part");--> statement-breakpoint
CREATE INDEX "deliveries_conversation_idx" ON "deliveries" USING btree ("merchant_id","conversation_id","created_at","part");--> statement-breakpoint
CREATE INDEX "deliveries_provider_idx" ON "deliveries" USING btree ("merchant_id","account_id","provider_id");--> statement-breakpoint
CREATE INDEX "deliveries_state_idx" ON "deliveries" USING btree ("state","next_attempt_at");--> statement-breakpoint
CREATE INDEX "deliveries_updated_at_idx" ON "deliveries" USING btree ("merchant_id","updated_at","id");--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_shop_name_key" ON "canned_replies" USING btree ("merchant_id","name") WHERE "canned_replies"."owner_id" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "canned_replies_own_name_key" ON "canned_replies" USING btree ("merchant_id","owner_id","name") WHERE "canned_replies"."owner_id" is not null;--> statement-breakpoint
CREATE INDEX "conversation_labels_label_idx" ON "conversation_labels" USING btree ("merchant_id","label_id","conversation_id");--> statement-breakpoint
CREATE INDEX "conversation_terms_term_idx" ON "conversation_terms" USING btree ("merchant_id","term","conversation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "labels_name_key" ON "labels" USING btree ("merchant_id","name_key");--> statement-breakpoint
CREATE INDEX "mentions_user_idx" ON "mentions" USING btree ("merchant_id","user_id","conversation_id");--> statement-breakpoint
CREATE INDEX "mentions_unread_idx" ON "mentions" USING btree ("merchant_id","user_id","conversation_id") WHERE "mentions"."read_at" is null;--> statement-breakpoint
CREATE INDEX "conversation_timers_response_due_idx" ON "conversation_timers" USING btree ("response_due_at") WHERE "conversation_timers"."response_breached_at" is null;--> statement-breakpoint
CREATE INDEX "conversation_timers_resolution_due_idx" ON "conversation_timers" USING btree ("resolution_due_at") WHERE "conversation_timers"."resolution_breached_at" is null;--> statement-breakpoint
CREATE INDEX "conversation_timers_reassign_idx" ON "conversation_timers" USING btree ("reassign_at");--> statement-breakpoint
CREATE UNIQUE INDEX "scheduled_messages_client_message_id_key" ON "scheduled_messages" USING btree ("merchant_id","conversation_id","client_message_id");--> statement-breakpoint
CREATE INDEX "scheduled_messages_due_idx" ON "scheduled_messages" USING btree ("send_at") WHERE "scheduled_messages"."state" = 'waiting';--> statement-breakpoint
ALTER TABLE "conversations" ADD CONSTRAINT "conversations_contact_fkey" FOREIGN KEY ("merchant_id","channel_contact_id") REFERENCES "public"."channel_contacts"("merchant_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "conversations_terms_version_idx" ON "conversations" USING btree ("terms_version","merchant_id");--> statement-breakpoint
CREATE INDEX "conversations_contact_idx" ON "conversations" USING btree ("merchant_id","channel_contact_id","last_message_at");--> statement-breakpoint
CREATE INDEX "messages_sources_idx" ON "messages" USING btree ("merchant_id","created_at","id") WHERE "messages"."sources" is not null;
--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'channel_accounts', 'channel_contacts', 'channel_tokens', 'inbound_calls', 'deliveries']) AS table_name;
--> statement-breakpoint
-- Whose address it is that a platform calls, before the shop is known.
CREATE FUNCTION find_channel_account(token text)
RETURNS TABLE (merchant_id uuid, id uuid, kind text, settings jsonb, secrets_sealed text, is_enabled boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT a.merchant_id, a.id, a.kind, a.settings, a.secrets_sealed, a.is_enabled
   FROM channel_accounts a WHERE a.address_token = token AND a.removed_at IS NULL $$;
--> statement-breakpoint
-- What no job looks after any more: sendings whose time is over, messages that wait too long, calls left lying.
CREATE FUNCTION stray_channel_work(at timestamptz) RETURNS TABLE (merchant_id uuid, conversation_id uuid, call_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ (SELECT DISTINCT d.merchant_id, d.conversation_id, NULL::uuid FROM deliveries d
     WHERE (d.state = 'sending' AND d.sending_until <= at)
        OR (d.state = 'pending' AND d.next_attempt_at <= at - interval '1 minute') LIMIT 500)
   UNION ALL
   (SELECT c.merchant_id, NULL::uuid, c.id FROM inbound_calls c
     WHERE c.state = 'received' AND c.received_at <= at - interval '5 minutes' ORDER BY c.received_at LIMIT 500) $$;
--> statement-breakpoint
-- For a worker that starts and is alone: whoever was sending has died.
CREATE FUNCTION end_sending_claims() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ UPDATE deliveries SET sending_until = now() WHERE state = 'sending' $$;
--> statement-breakpoint
CREATE FUNCTION purge_inbound_calls() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ DELETE FROM inbound_calls WHERE state <> 'received' AND received_at < now() - interval '30 days';
   DELETE FROM channel_tokens WHERE expires_at < now();
   -- Two a message: of those that went well nobody follows the state.
   DELETE FROM jobs WHERE name IN ('receive-channel-call', 'send-deliveries') AND status = 'succeeded'
     AND finished_at < now() - interval '1 day' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_channel_account(text), stray_channel_work(timestamptz), end_sending_claims(),
  purge_inbound_calls() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_channel_account(text), stray_channel_work(timestamptz), end_sending_claims(),
  purge_inbound_calls() TO zhanggui_app;
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
--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass) FROM unnest(ARRAY[
  'canned_replies', 'labels', 'conversation_labels', 'conversation_terms', 'mentions']) AS table_name;
--> statement-breakpoint
-- Where conversations are not yet cut into words for search; each shop is then indexed under its own merchant.
CREATE FUNCTION merchants_with_unindexed_conversations(terms_version integer) RETURNS TABLE (merchant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT DISTINCT c.merchant_id FROM conversations c WHERE c.terms_version < $1 $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION merchants_with_unindexed_conversations(integer) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION merchants_with_unindexed_conversations(integer) TO zhanggui_app;
