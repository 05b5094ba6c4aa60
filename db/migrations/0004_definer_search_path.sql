-- Imports need temporary tables, so the application role may create them: named last, pg_temp cannot put a table of
-- its own before ours inside a function that runs with the owner's rights.
DO $$
DECLARE definer regprocedure;
BEGIN
  FOR definer IN
    SELECT p.oid::regprocedure FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef
      -- Functions of extensions are their authors' to change.
      AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
  LOOP
    EXECUTE format('ALTER FUNCTION %s SET search_path = public, pg_temp', definer);
  END LOOP;
END $$;
