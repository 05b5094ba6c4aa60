DROP INDEX "customers_email_idx";--> statement-breakpoint
DROP INDEX "orders_number_idx";--> statement-breakpoint
DROP INDEX "products_created_at_idx";--> statement-breakpoint
DROP INDEX "conversations_inbox_idx";--> statement-breakpoint
DROP INDEX "conversations_created_at_idx";--> statement-breakpoint
DROP INDEX "conversations_customer_idx";--> statement-breakpoint
DROP INDEX "conversations_visitor_idx";--> statement-breakpoint
DROP INDEX "customers_created_at_idx";--> statement-breakpoint
DROP INDEX "events_occurred_at_idx";--> statement-breakpoint
DROP INDEX "events_customer_idx";--> statement-breakpoint
DROP INDEX "imports_created_at_idx";--> statement-breakpoint
DROP INDEX "orders_placed_at_idx";--> statement-breakpoint
DROP INDEX "orders_customer_idx";--> statement-breakpoint
DROP INDEX "audit_log_created_at_idx";--> statement-breakpoint
DROP INDEX "jobs_created_at_idx";--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "number_key" text GENERATED ALWAYS AS (upper(regexp_replace(number, '[^[:alnum:]]', '', 'g'))) STORED;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "number_digits" text GENERATED ALWAYS AS (regexp_replace(number, '\D', '', 'g')) STORED;--> statement-breakpoint
CREATE INDEX "customers_merged_into_idx" ON "customers" USING btree ("merchant_id","merged_into_id") WHERE "customers"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "events_anonymous_idx" ON "events" USING btree ("merchant_id","anonymous_id") WHERE "events"."anonymous_id" is not null;--> statement-breakpoint
CREATE INDEX "orders_number_digits_idx" ON "orders" USING btree ("merchant_id","number_digits");--> statement-breakpoint
CREATE INDEX "products_created_at_idx" ON "products" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "conversations_inbox_idx" ON "conversations" USING btree ("merchant_id","status","owner","last_message_at","id");--> statement-breakpoint
CREATE INDEX "conversations_created_at_idx" ON "conversations" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "conversations_customer_idx" ON "conversations" USING btree ("merchant_id","customer_id","last_message_at");--> statement-breakpoint
CREATE INDEX "conversations_visitor_idx" ON "conversations" USING btree ("merchant_id","visitor_id","created_at");--> statement-breakpoint
CREATE INDEX "customers_created_at_idx" ON "customers" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
-- The included columns let the overview count visitors and sales from the index alone; drizzle cannot say this.
CREATE INDEX "events_occurred_at_idx" ON "events" USING btree ("merchant_id","occurred_at") INCLUDE ("type","customer_id","anonymous_id");--> statement-breakpoint
CREATE INDEX "events_customer_idx" ON "events" USING btree ("merchant_id","customer_id","occurred_at") WHERE "events"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "orders_placed_at_idx" ON "orders" USING btree ("merchant_id","placed_at","id") INCLUDE ("status","base_total_minor");--> statement-breakpoint
CREATE INDEX "orders_customer_idx" ON "orders" USING btree ("merchant_id","customer_id","placed_at");--> statement-breakpoint
CREATE INDEX "audit_log_created_at_idx" ON "audit_log" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "jobs_created_at_idx" ON "jobs" USING btree ("merchant_id","created_at");