-- Parents from whom the rights passed to the adult student: notices that the Act requires still go to them.

ALTER TABLE student_guardian ADD COLUMN rights_passed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN student_guardian.rights_passed IS 'Whether the rights passed from this guardian to the adult student, who holds them: required notices go to both, 34 CFR 300.520(a)(1)(i) (sensitive)';
