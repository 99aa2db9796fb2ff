-- What an export was asked for: merges that are made or undone afterwards must not bring a record into it that is another child's, nor
-- leave one out that is his; and an answer to an earlier asking is none to a later one.
ALTER TABLE access_request ADD COLUMN asking integer NOT NULL DEFAULT 0;
ALTER TABLE access_request ADD COLUMN merged_ids uuid[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN access_request.asking IS 'How many times the services were asked for their parts (internal)';
COMMENT ON COLUMN access_request.merged_ids IS 'The records that were merged into the student''s when the services were asked (internal)';
