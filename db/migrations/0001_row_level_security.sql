-- The merchant of the current transaction, set by inTenant() with set_config('app.merchant_id', …, true).
-- nullif: a setting that was used once in a session reads as '' afterwards, not as null.
CREATE FUNCTION current_merchant_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.merchant_id', true), '')::uuid $$;
--> statement-breakpoint
-- UUIDv7 (RFC 9562) for set-based inserts; PostgreSQL has its own only from version 18 on.
CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS
$$ SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
     placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
     52, 1), 53, 1), 'hex')::uuid $$;
--> statement-breakpoint
-- Every migration that adds a tenant table calls this for it; a test looks for tables that were forgotten.
CREATE FUNCTION enable_tenant_row_level_security(tenant_table regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tenant_table);
  EXECUTE format('CREATE POLICY tenant ON %s USING (merchant_id = current_merchant_id()) WITH CHECK (merchant_id = current_merchant_id())', tenant_table);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO zhanggui_app', tenant_table);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION enable_tenant_row_level_security(regclass) FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO zhanggui_app;
--> statement-breakpoint
SELECT enable_tenant_row_level_security(table_name::regclass)
FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'merchant_id';
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO zhanggui_app;
--> statement-breakpoint
-- The log is written once: the application can add to it and read it, nothing else.
REVOKE UPDATE, DELETE ON audit_log FROM zhanggui_app;
--> statement-breakpoint
ALTER TABLE merchants ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY tenant ON merchants USING (id = current_merchant_id()) WITH CHECK (id = current_merchant_id());
--> statement-breakpoint
GRANT SELECT, UPDATE ON merchants TO zhanggui_app;
--> statement-breakpoint
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
-- A person is seen from the shops they belong to. Adding one needs no sight of the others.
CREATE POLICY members_read ON users FOR SELECT
  USING (id IN (SELECT user_id FROM memberships WHERE merchant_id = current_merchant_id()));
--> statement-breakpoint
CREATE POLICY members_update ON users FOR UPDATE
  USING (id IN (SELECT user_id FROM memberships WHERE merchant_id = current_merchant_id()));
--> statement-breakpoint
CREATE POLICY members_insert ON users FOR INSERT WITH CHECK (true);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON users TO zhanggui_app;
--> statement-breakpoint
ALTER TABLE rate_limits SET UNLOGGED;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limits TO zhanggui_app;
--> statement-breakpoint

-- What must be read before a merchant is known, and nothing more.
CREATE FUNCTION find_user_for_login(login_email text)
RETURNS TABLE (id uuid, name text, email text, password_hash text, locale text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT u.id, u.name, u.email, u.password_hash, u.locale FROM users u WHERE lower(u.email) = lower(login_email) $$;
--> statement-breakpoint
CREATE FUNCTION find_user_memberships(member_id uuid)
RETURNS TABLE (merchant_id uuid, merchant_name text, role text, base_currency text, time_zone text, is_demo boolean,
  user_name text, user_email text, sessions_valid_from timestamptz) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT m.id, m.name, ms.role, m.base_currency, m.time_zone, m.is_demo, u.name, u.email, u.sessions_valid_from
   FROM users u JOIN memberships ms ON ms.user_id = u.id JOIN merchants m ON m.id = ms.merchant_id
   WHERE u.id = member_id ORDER BY ms.created_at, m.id $$;
--> statement-breakpoint
CREATE FUNCTION find_api_key(hash text)
RETURNS TABLE (merchant_id uuid, id uuid, name text, scopes text[], requests_per_minute integer, last_used_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT k.merchant_id, k.id, k.name, k.scopes, k.requests_per_minute, k.last_used_at
   FROM api_keys k WHERE k.key_hash = hash AND k.revoked_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION find_widget_key(public_key text)
RETURNS TABLE (merchant_id uuid, id uuid, secret_encrypted text, allowed_origins text[], merchant_name text, default_locale text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT k.merchant_id, k.id, k.secret_encrypted, k.allowed_origins, m.name, m.default_locale
   FROM widget_keys k JOIN merchants m ON m.id = k.merchant_id WHERE k.key = public_key AND k.revoked_at IS NULL $$;
--> statement-breakpoint
-- A claimed row comes back after a minute if its worker died before deleting it.
CREATE FUNCTION claim_outbox(max_rows integer) RETURNS SETOF outbox LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ UPDATE outbox SET claimed_until = now() + interval '1 minute'
   WHERE id IN (SELECT id FROM outbox WHERE claimed_until IS NULL OR claimed_until < now()
                ORDER BY id LIMIT max_rows FOR UPDATE SKIP LOCKED)
   RETURNING * $$;
--> statement-breakpoint
CREATE FUNCTION delete_outbox(done bigint[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM outbox WHERE id = ANY(done) $$;
--> statement-breakpoint
-- A conversation whose snooze ended opens again; the caller announces each under its own merchant.
CREATE FUNCTION due_snoozed_conversations(at timestamptz) RETURNS TABLE (merchant_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT c.merchant_id, c.id FROM conversations c WHERE c.status = 'snoozed' AND c.snoozed_until <= at LIMIT 500 $$;
--> statement-breakpoint
CREATE FUNCTION purge_expired_rows() RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS
$$ DELETE FROM stream_events WHERE created_at < now() - interval '1 day';
   DELETE FROM idempotency_keys WHERE created_at < now() - interval '24 hours';
   DELETE FROM rate_limits WHERE window_started_at < now() - interval '1 day' $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_user_for_login(text), find_user_memberships(uuid), find_api_key(text), find_widget_key(text),
  claim_outbox(integer), delete_outbox(bigint[]), due_snoozed_conversations(timestamptz), purge_expired_rows() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_user_for_login(text), find_user_memberships(uuid), find_api_key(text), find_widget_key(text),
  claim_outbox(integer), delete_outbox(bigint[]), due_snoozed_conversations(timestamptz), purge_expired_rows() TO zhanggui_app;
