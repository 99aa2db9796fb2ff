-- Messages about a family's rights in the record: who asked may be a guardian, and the day may be one before which nothing happens.

COMMENT ON COLUMN message.requested_by IS 'Who asked: the staff member for the referral, or the guardian who exercised a right (internal)';
COMMENT ON COLUMN message.due_on IS 'Day that the message names: of the deadline, for an answer, or before which nothing is destroyed (sensitive)';
