-- A member who was given a password by somebody else must choose their own; the session says so.
DROP FUNCTION find_user_memberships(uuid);
--> statement-breakpoint
CREATE FUNCTION find_user_memberships(member_id uuid)
RETURNS TABLE (merchant_id uuid, merchant_name text, role text, base_currency text, time_zone text, is_demo boolean,
  user_name text, user_email text, sessions_valid_from timestamptz, must_change_password boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$ SELECT m.id, m.name, ms.role, m.base_currency, m.time_zone, m.is_demo, u.name, u.email, u.sessions_valid_from,
     u.must_change_password
   FROM users u JOIN memberships ms ON ms.user_id = u.id JOIN merchants m ON m.id = ms.merchant_id
   WHERE u.id = member_id ORDER BY ms.created_at, m.id $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION find_user_memberships(uuid) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION find_user_memberships(uuid) TO zhanggui_app;
