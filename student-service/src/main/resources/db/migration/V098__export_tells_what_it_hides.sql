-- Whether an export holds the student's numbers and addresses is remembered with it: no time can tell, since an order may be committed
-- while the export is written, or after it though dated before. Of those that are here nobody knows; they count as holding them.
ALTER TABLE access_request ADD COLUMN contacts_hidden boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN access_request.contacts_hidden IS 'Whether the file was made without numbers and addresses of the student, for an order against contact with him (internal)';
