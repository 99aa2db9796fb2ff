-- What is for an adult student follows him when his record is merged into another, and comes back when that is undone; else it
-- would be for an id of which no profile says any more that it may be told.

-- A recipient who is no student is in no merge. Nobody is told the same by the same rule twice: where the surviving id has the
-- message already, this one keeps its recipient and is refused.
CREATE FUNCTION follow_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    dest uuid := NEW.recipient_id;
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.recipient_id = OLD.student_id THEN
        dest := NEW.student_id;
    END IF;
    dest := surviving_of(dest);
    IF dest <> NEW.recipient_id AND NOT EXISTS (
           SELECT FROM message m
            WHERE m.district_id = NEW.district_id AND m.event_id = NEW.event_id AND m.rule = NEW.rule
              AND m.channel = NEW.channel AND m.recipient_id = dest AND m.id <> NEW.id) THEN
        NEW.recipient_id := dest;
    END IF;
    RETURN NEW;
END $$;
COMMENT ON FUNCTION follow_recipient() IS 'Lets what is for an adult student follow a merge of his record, and come back from it (public)';

-- The name puts it after follow_student, which finds the surviving student.
CREATE TRIGGER then_follow_recipient BEFORE INSERT OR UPDATE OF student_id ON message
    FOR EACH ROW WHEN (NEW.recipient_id IS NOT NULL) EXECUTE FUNCTION follow_recipient();
