-- An import that waits for a confirmation ends by itself, so that it does not block its district for ever.

ALTER TABLE roster_import ADD COLUMN awaiting_until timestamptz;
COMMENT ON COLUMN roster_import.awaiting_until IS 'Until when it waits for a confirmation; then it ends by itself (internal)';

ALTER TABLE roster_import NO FORCE ROW LEVEL SECURITY;
UPDATE roster_import SET awaiting_until = now() + interval '72 hours' WHERE state = 'AWAITING_CONFIRMATION';
ALTER TABLE roster_import FORCE ROW LEVEL SECURITY;

CREATE INDEX roster_import_awaiting_idx ON roster_import (awaiting_until) WHERE state = 'AWAITING_CONFIRMATION';
