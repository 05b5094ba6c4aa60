CREATE TABLE "escalation_rules" (
	"merchant_id" uuid NOT NULL,
	"rules" jsonb NOT NULL,
	"updated_by" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "escalation_rules_pkey" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "escalation_rules" ADD CONSTRAINT "escalation_rules_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
SELECT enable_tenant_row_level_security('escalation_rules'::regclass);
--> statement-breakpoint
-- Those that are due and could not be told yet are looked at again: a person had the conversation, or the worker died.
CREATE OR REPLACE FUNCTION merchants_with_restock() RETURNS TABLE (merchant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT DISTINCT n.merchant_id FROM restock_notices n
   JOIN products p ON p.merchant_id = n.merchant_id AND p.id = n.product_id
   WHERE n.status = 'due' OR (n.status = 'waiting' AND p.status = 'active' AND p.on_hand::bigint - p.reserved > 0) $$;
