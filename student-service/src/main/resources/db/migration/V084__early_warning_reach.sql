-- A filter by level is decided in the index too.
DROP INDEX student_indicator_flagged_idx;
CREATE INDEX student_indicator_flagged_idx ON student_indicator (district_id, indicator, student_id) INCLUDE (level)
    WHERE level <> 'NONE' AND level <> 'NOT_EVALUATED';
