CREATE TABLE "live_announcements" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "live_announcements_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"events" text NOT NULL,
	"is_short" boolean NOT NULL
);
--> statement-breakpoint
-- Written by hand from here on.
ALTER TABLE live_announcements SET UNLOGGED;
--> statement-breakpoint
-- The application only leaves announcements; nobody reads them.
GRANT INSERT ON live_announcements TO zhanggui_app;
--> statement-breakpoint
-- Numbers, stores and tells what a transaction has changed, while it commits. The advisory lock lets one transaction of
-- a merchant at a time do so: numbers follow the order of commits, and a stream can resume after any of them. It is
-- held within the server alone: what the client has to do in the meantime keeps nobody waiting.
CREATE FUNCTION announce_live() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  shop uuid := current_merchant_id();
  ids text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('live:' || shop, 0));
  FOR ids IN
    WITH stored AS (
      INSERT INTO stream_events (merchant_id, conversation_id, type, audience, payload)
      SELECT shop, (event->>'conversationId')::uuid, event->>'type', event->>'audience', event->'payload'
      FROM jsonb_array_elements(NEW.events::jsonb) WITH ORDINALITY AS each (event, place)
      ORDER BY place
      RETURNING id)
    -- A notification's payload is limited to 8,000 bytes: 400 ids fit.
    SELECT string_agg(id::text, ',' ORDER BY id) FROM stored
    GROUP BY CASE WHEN NEW.is_short THEN 0 ELSE id / 400 END
  LOOP
    PERFORM pg_notify('zhanggui_live', shop || ':' || ids || CASE WHEN NEW.is_short THEN ':' || NEW.events ELSE '' END);
  END LOOP;
  DELETE FROM live_announcements WHERE id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION announce_live() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION announce_live() TO zhanggui_app;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER announce_live AFTER INSERT ON live_announcements
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION announce_live();
