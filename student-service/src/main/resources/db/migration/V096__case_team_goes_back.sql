-- A case that was told of one record and stands with the record that goes on for it goes back when the merge is undone,
-- with everybody who came on its team meanwhile.
ALTER TABLE case_team ADD COLUMN told_for uuid;
COMMENT ON COLUMN case_team.told_for IS 'Record that the case service named; unknown of what came before (sensitive)';
CREATE INDEX case_team_told_idx ON case_team (district_id, told_for);

CREATE FUNCTION give_team_back() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE case_team t SET student_id = NEW.id
     WHERE t.student_id = OLD.merged_into
       AND t.case_id IN (SELECT o.case_id FROM case_team o WHERE o.told_for = NEW.id);
    RETURN NULL;
END $$;
COMMENT ON FUNCTION give_team_back() IS 'Gives the teams of a student''s cases back when a merge is undone (public)';

CREATE TRIGGER student_goes_on AFTER UPDATE OF merged_into ON student FOR EACH ROW
    WHEN (OLD.merged_into IS NOT NULL AND NEW.merged_into IS NULL) EXECUTE FUNCTION give_team_back();
