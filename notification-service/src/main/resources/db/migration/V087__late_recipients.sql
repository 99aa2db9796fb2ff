-- Recipients who become known after the event: until when they are added, and since when each is one. Adult students, who are
-- told themselves.

ALTER TABLE message ADD COLUMN late_until timestamptz;
COMMENT ON COLUMN message.late_until IS 'Until when recipients are added who were so at the event but became known later; null on what was added for one (internal)';

ALTER TABLE student_guardian
    ADD COLUMN contactable_since timestamptz,
    ADD COLUMN rights_since date;
COMMENT ON COLUMN student_guardian.contactable_since IS 'Since when the school has this person as a guardian whom it may contact, and has given rights without a date; null where not known since when (sensitive)';
COMMENT ON COLUMN student_guardian.rights_since IS 'First of the days without a gap on which this guardian has held educational rights; null where not known since when (sensitive)';

ALTER TABLE student_profile
    ADD COLUMN language text,
    ADD COLUMN email text,
    ADD COLUMN holds_rights boolean NOT NULL DEFAULT false,
    ADD COLUMN rights_since date;
COMMENT ON COLUMN student_profile.language IS 'Language in which the student is written to (personal)';
COMMENT ON COLUMN student_profile.email IS 'Address of a student who holds his rights himself (personal)';
COMMENT ON COLUMN student_profile.holds_rights IS 'Whether the rights passed to the adult student, 34 CFR 300.520, 99.5 (sensitive)';
COMMENT ON COLUMN student_profile.rights_since IS 'First of the days without a gap on which the student has held them; null where not known since when (sensitive)';

ALTER TABLE case_profile ADD COLUMN managed_since timestamptz;
COMMENT ON COLUMN case_profile.managed_since IS 'Since when this staff member manages the case; null where not known since when (internal)';

COMMENT ON COLUMN message.recipient_id IS 'Staff member, guardian or adult student; null until known (internal)';
