ALTER TABLE "widget_keys" ADD COLUMN "understand_in_browser" boolean DEFAULT false NOT NULL;--> statement-breakpoint
-- The widget must know before the first message whether it reads along in the browser.
DROP FUNCTION find_widget_key(text);
--> statement-breakpoint
CREATE FUNCTION find_widget_key(public_key text)
RETURNS TABLE (merchant_id uuid, id uuid, secret_encrypted text, allowed_origins text[], merchant_name text,
  default_locale text, mask_personal_data boolean, understand_in_browser boolean, order_number_pattern text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT k.merchant_id, k.id, k.secret_encrypted, k.allowed_origins, m.name, m.default_locale,
     k.mask_personal_data, k.understand_in_browser, m.order_number_pattern
   FROM widget_keys k JOIN merchants m ON m.id = k.merchant_id WHERE k.key = public_key AND k.revoked_at IS NULL $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_widget_key(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_widget_key(text) TO zhanggui_app;
