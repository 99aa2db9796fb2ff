-- The suite holds no plans yet: what makes the trigger tell is an open case.
COMMENT ON FUNCTION tell_enrollment() IS 'Tells the other services of a student with an open case who attends another school, or is back (public)';
