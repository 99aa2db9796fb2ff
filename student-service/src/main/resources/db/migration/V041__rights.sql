-- Who may decide for a student, who may be contacted and how, and what courts have ordered; each with its days.

ALTER TABLE guardian ADD COLUMN interpreter_language text;
COMMENT ON COLUMN guardian.interpreter_language IS 'Language for which the person needs an interpreter, 34 CFR 300.322(e); null if none (personal)';

CREATE TABLE majority_age (
    jurisdiction   text    NOT NULL,
    effective_from date    NOT NULL,
    age            integer NOT NULL,
    citation       text    NOT NULL,
    evidence       text    NOT NULL,
    confidence     text    NOT NULL,
    PRIMARY KEY (jurisdiction, effective_from)
);
GRANT SELECT ON majority_age TO ${app_role};
COMMENT ON TABLE majority_age IS 'Age at which a State passes the rights of IDEA to the student, where we have it; law, of no district (public)';
COMMENT ON COLUMN majority_age.jurisdiction IS 'ISO 3166-2 code of the State (public)';
COMMENT ON COLUMN majority_age.effective_from IS 'From when (public)';
COMMENT ON COLUMN majority_age.age IS 'Years (public)';
COMMENT ON COLUMN majority_age.citation IS 'Where it stands (public)';
COMMENT ON COLUMN majority_age.evidence IS 'V: the text was read; S: a secondary source; M: from general knowledge (public)';
COMMENT ON COLUMN majority_age.confidence IS 'high, med or low (public)';
INSERT INTO majority_age VALUES
    ('US-AL', '-infinity', 19, '34 CFR 300.520 with the State''s age of majority', 'M', 'high'),
    ('US-NE', '-infinity', 19, '34 CFR 300.520 with the State''s age of majority', 'M', 'high');

CREATE TABLE rights_rule (
    code       text NOT NULL PRIMARY KEY,
    citation   text NOT NULL,
    says       text NOT NULL,
    evidence   text NOT NULL,
    confidence text NOT NULL
);
GRANT SELECT ON rights_rule TO ${app_role};
COMMENT ON TABLE rights_rule IS 'Why a person may or may not consent, each reason with its source; law, of no district (public)';
COMMENT ON COLUMN rights_rule.code IS 'Stable code of the reason (public)';
COMMENT ON COLUMN rights_rule.citation IS 'Section (public)';
COMMENT ON COLUMN rights_rule.says IS 'The reason in words (public)';
COMMENT ON COLUMN rights_rule.evidence IS 'V: the text was read; S: a secondary source; M: from general knowledge (public)';
COMMENT ON COLUMN rights_rule.confidence IS 'high, med or low (public)';
INSERT INTO rights_rule VALUES
    ('NATURAL_PARENT', '34 CFR 300.30(a)(1), (b)(1)', 'Biological or adoptive parent, presumed to be the parent where more than one person qualifies.', 'M', 'high'),
    ('FOSTER_PARENT', '34 CFR 300.30(a)(2)', 'Foster parent, where State law or a contract with the State does not keep him from acting as a parent.', 'M', 'high'),
    ('LEGAL_GUARDIAN', '34 CFR 300.30(a)(3)', 'Guardian with authority to act as the parent or to decide on education; never the State itself.', 'M', 'high'),
    ('ACTING_PARENT', '34 CFR 300.30(a)(4)', 'Person in the place of a parent with whom the child lives, or who is legally responsible for him.', 'M', 'high'),
    ('SURROGATE', '34 CFR 300.30(a)(5), 300.519', 'Surrogate parent appointed for the child.', 'M', 'high'),
    ('COURT_ORDER', '34 CFR 300.30(b)(2)', 'Named by a judicial decree or order to act as the parent or to decide on education.', 'M', 'high'),
    ('ADULT_STUDENT', '34 CFR 300.520(a)(1)(ii)', 'The rights passed to the student at the age of majority.', 'M', 'high'),
    ('STUDENT_REPRESENTATIVE', '34 CFR 300.520(b)', 'Appointed to represent the educational interest of an adult student who cannot give informed consent.', 'M', 'med'),
    ('PASSED_TO_STUDENT', '34 CFR 300.520(a)(1)', 'The rights passed to the adult student; required notices still go to the student and the parents.', 'M', 'high'),
    ('REPRESENTED', '34 CFR 300.520(b)', 'A representative was appointed for this adult student.', 'M', 'med'),
    ('NOT_YET_ADULT', '34 CFR 300.520(b)', 'A representative acts only for a student to whom the rights have passed.', 'M', 'med'),
    ('WITHHELD', '34 CFR 300.30(b)(1)', 'A court has withheld the authority to decide on education from this person.', 'M', 'high'),
    ('RECORDS_REVOKED', '34 CFR 99.4', 'A court order specifically revokes this person''s rights under FERPA.', 'M', 'med'),
    ('OUTRANKED_BY_ORDER', '34 CFR 300.30(b)(2)', 'A judicial decree or order names somebody else.', 'M', 'high'),
    ('OUTRANKED_BY_PARENT', '34 CFR 300.30(b)(1)', 'A biological or adoptive parent who acts is presumed to be the parent.', 'M', 'high'),
    ('ENDED', '34 CFR 300.30', 'The authority of this person has ended.', 'M', 'high'),
    ('NOT_YET', '34 CFR 300.30', 'The authority of this person has not yet begun.', 'M', 'high'),
    ('NO_CLAIM', '34 CFR 300.30(a)', 'No authority to decide on education is recorded for this person.', 'M', 'high'),
    ('NOT_RECORDED', '34 CFR 300.520(a)', 'The rights pass to the student only where the State provides it and the school has recorded it.', 'M', 'high');

CREATE TABLE rights_period (
    district_id        uuid        NOT NULL DEFAULT current_district(),
    id                 uuid        NOT NULL,
    entry_id           uuid        NOT NULL,
    student_id         uuid        NOT NULL,
    guardian_id        uuid,
    authority          text        NOT NULL REFERENCES rights_rule (code),
    effect             text        NOT NULL CHECK (effect IN ('GRANTED', 'WITHHELD')),
    document_reference text,
    begins_on          date        NOT NULL,
    ends_on            date,
    reason             text,
    recorded_by        text        NOT NULL,
    known_from         timestamptz NOT NULL,
    known_to           timestamptz,
    closed_by          text,
    closed_reason      text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    FOREIGN KEY (district_id, guardian_id) REFERENCES guardian (district_id, id),
    CHECK (ends_on IS NULL OR ends_on >= begins_on),
    CHECK ((guardian_id IS NULL) = (authority = 'ADULT_STUDENT'))
);
CALL protect('rights_period');
CREATE UNIQUE INDEX rights_period_entry_idx ON rights_period (district_id, entry_id) WHERE known_to IS NULL;
CREATE INDEX rights_period_student_idx ON rights_period (district_id, student_id, id);
CREATE INDEX rights_period_begins_idx ON rights_period (district_id, begins_on) WHERE known_to IS NULL;
CREATE INDEX rights_period_ends_idx ON rights_period (district_id, ends_on) WHERE known_to IS NULL;
COMMENT ON TABLE rights_period IS 'Educational rights as a timeline: who had which authority on which days, 34 CFR 300.30 (sensitive)';
COMMENT ON COLUMN rights_period.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN rights_period.id IS 'Id of this knowledge of the entry (internal)';
COMMENT ON COLUMN rights_period.entry_id IS 'Id of the entry (internal)';
COMMENT ON COLUMN rights_period.student_id IS 'Student (internal)';
COMMENT ON COLUMN rights_period.guardian_id IS 'Guardian; null for the adult student himself (internal)';
COMMENT ON COLUMN rights_period.authority IS 'NATURAL_PARENT, COURT_ORDER, FOSTER_PARENT, SURROGATE, ADULT_STUDENT and so on (sensitive)';
COMMENT ON COLUMN rights_period.effect IS 'GRANTED, or WITHHELD by a court (sensitive)';
COMMENT ON COLUMN rights_period.document_reference IS 'Where the order or appointment is filed (sensitive)';
COMMENT ON COLUMN rights_period.begins_on IS 'First day (sensitive)';
COMMENT ON COLUMN rights_period.ends_on IS 'Last day; null while open (sensitive)';
COMMENT ON COLUMN rights_period.reason IS 'Why it was recorded, ended or corrected (sensitive)';
COMMENT ON COLUMN rights_period.recorded_by IS 'Issuer and subject of the caller (personal)';
COMMENT ON COLUMN rights_period.known_from IS 'When this was recorded (internal)';
COMMENT ON COLUMN rights_period.known_to IS 'When other knowledge replaced it (internal)';
COMMENT ON COLUMN rights_period.closed_by IS 'Who replaced it (personal)';
COMMENT ON COLUMN rights_period.closed_reason IS 'Why it was replaced (sensitive)';

CREATE TABLE court_order (
    district_id            uuid        NOT NULL DEFAULT current_district(),
    id                     uuid        NOT NULL,
    entry_id               uuid        NOT NULL,
    student_id             uuid        NOT NULL,
    guardian_id            uuid        NOT NULL,
    kind                   text        NOT NULL CHECK (kind IN ('CUSTODY', 'NO_CONTACT')),
    custody                text,
    protected_guardian_ids uuid[]      NOT NULL DEFAULT '{}',
    revokes_record_access  boolean     NOT NULL DEFAULT false,
    court                  text,
    document_reference     text        NOT NULL,
    begins_on              date        NOT NULL,
    ends_on                date,
    reason                 text,
    recorded_by            text        NOT NULL,
    known_from             timestamptz NOT NULL,
    known_to               timestamptz,
    closed_by              text,
    closed_reason          text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    FOREIGN KEY (district_id, guardian_id) REFERENCES guardian (district_id, id),
    CHECK (ends_on IS NULL OR ends_on >= begins_on)
);
CALL protect('court_order');
CREATE UNIQUE INDEX court_order_entry_idx ON court_order (district_id, entry_id) WHERE known_to IS NULL;
CREATE INDEX court_order_student_idx ON court_order (district_id, student_id, id);
CREATE INDEX court_order_guardian_idx ON court_order (district_id, guardian_id) WHERE known_to IS NULL;
CREATE INDEX court_order_begins_idx ON court_order (district_id, begins_on) WHERE known_to IS NULL;
CREATE INDEX court_order_ends_idx ON court_order (district_id, ends_on) WHERE known_to IS NULL;
COMMENT ON TABLE court_order IS 'What a court ordered on custody of, or contact with, a student (sensitive)';
COMMENT ON COLUMN court_order.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN court_order.id IS 'Id of this knowledge of the entry (internal)';
COMMENT ON COLUMN court_order.entry_id IS 'Id of the entry (internal)';
COMMENT ON COLUMN court_order.student_id IS 'Student whom the order protects or places (internal)';
COMMENT ON COLUMN court_order.guardian_id IS 'Guardian who is barred, or has custody (internal)';
COMMENT ON COLUMN court_order.kind IS 'CUSTODY or NO_CONTACT (sensitive)';
COMMENT ON COLUMN court_order.custody IS 'Of a custody order: SOLE_LEGAL, JOINT_LEGAL, SOLE_PHYSICAL, JOINT_PHYSICAL, SOLE or JOINT (sensitive)';
COMMENT ON COLUMN court_order.protected_guardian_ids IS 'Of a no-contact order: guardians whom it protects beside the student (sensitive)';
COMMENT ON COLUMN court_order.revokes_record_access IS 'Of a no-contact order: it specifically revokes the rights under FERPA, 34 CFR 99.4 (sensitive)';
COMMENT ON COLUMN court_order.court IS 'Court that ordered it (sensitive)';
COMMENT ON COLUMN court_order.document_reference IS 'Where the order is filed (sensitive)';
COMMENT ON COLUMN court_order.begins_on IS 'First day (sensitive)';
COMMENT ON COLUMN court_order.ends_on IS 'Last day; null while open (sensitive)';
COMMENT ON COLUMN court_order.reason IS 'Why it was recorded, ended or corrected (sensitive)';
COMMENT ON COLUMN court_order.recorded_by IS 'Issuer and subject of the caller (personal)';
COMMENT ON COLUMN court_order.known_from IS 'When this was recorded (internal)';
COMMENT ON COLUMN court_order.known_to IS 'When other knowledge replaced it (internal)';
COMMENT ON COLUMN court_order.closed_by IS 'Who replaced it (personal)';
COMMENT ON COLUMN court_order.closed_reason IS 'Why it was replaced (sensitive)';

CREATE TABLE contact_means (
    district_id   uuid        NOT NULL DEFAULT current_district(),
    id            uuid        NOT NULL,
    entry_id      uuid        NOT NULL,
    student_id    uuid        NOT NULL,
    guardian_id   uuid,
    kind          text        NOT NULL CHECK (kind IN ('PHONE', 'TEXT_MESSAGE', 'EMAIL', 'POSTAL')),
    value         text        NOT NULL,
    call_from     time,
    call_until    time,
    do_not_use    boolean     NOT NULL DEFAULT false,
    limits        text,
    begins_on     date        NOT NULL,
    ends_on       date,
    reason        text,
    recorded_by   text        NOT NULL,
    known_from    timestamptz NOT NULL,
    known_to      timestamptz,
    closed_by     text,
    closed_reason text,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, student_id) REFERENCES student (district_id, id),
    FOREIGN KEY (district_id, guardian_id) REFERENCES guardian (district_id, id),
    CHECK (ends_on IS NULL OR ends_on >= begins_on)
);
CALL protect('contact_means');
CREATE UNIQUE INDEX contact_means_entry_idx ON contact_means (district_id, entry_id) WHERE known_to IS NULL;
CREATE INDEX contact_means_student_idx ON contact_means (district_id, student_id, id);
CREATE INDEX contact_means_guardian_idx ON contact_means (district_id, guardian_id, id);
CREATE INDEX contact_means_begins_idx ON contact_means (district_id, begins_on) WHERE known_to IS NULL AND do_not_use;
CREATE INDEX contact_means_ends_idx ON contact_means (district_id, ends_on) WHERE known_to IS NULL AND do_not_use;
COMMENT ON TABLE contact_means IS 'How a guardian, or the student himself, is reached, and within which limits (personal)';
COMMENT ON COLUMN contact_means.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN contact_means.id IS 'Id of this knowledge of the entry (internal)';
COMMENT ON COLUMN contact_means.entry_id IS 'Id of the entry (internal)';
COMMENT ON COLUMN contact_means.student_id IS 'Student with whom it was recorded (internal)';
COMMENT ON COLUMN contact_means.guardian_id IS 'Guardian who is reached so, with all his students; null for the student himself (internal)';
COMMENT ON COLUMN contact_means.kind IS 'PHONE, TEXT_MESSAGE, EMAIL or POSTAL (personal)';
COMMENT ON COLUMN contact_means.value IS 'Number or address (personal)';
COMMENT ON COLUMN contact_means.call_from IS 'Not to be called before this time of the day (personal)';
COMMENT ON COLUMN contact_means.call_until IS 'Not to be called from this time of the day on (personal)';
COMMENT ON COLUMN contact_means.do_not_use IS 'Known, but not to be used: do not mail, do not call (personal)';
COMMENT ON COLUMN contact_means.limits IS 'Other limits in words (personal)';
COMMENT ON COLUMN contact_means.begins_on IS 'First day (personal)';
COMMENT ON COLUMN contact_means.ends_on IS 'Last day; null while open (personal)';
COMMENT ON COLUMN contact_means.reason IS 'Why it was recorded, ended or corrected (sensitive)';
COMMENT ON COLUMN contact_means.recorded_by IS 'Issuer and subject of the caller (personal)';
COMMENT ON COLUMN contact_means.known_from IS 'When this was recorded (internal)';
COMMENT ON COLUMN contact_means.known_to IS 'When other knowledge replaced it (internal)';
COMMENT ON COLUMN contact_means.closed_by IS 'Who replaced it (personal)';
COMMENT ON COLUMN contact_means.closed_reason IS 'Why it was replaced (sensitive)';

CREATE TABLE timeline_day (
    district_id   uuid NOT NULL DEFAULT current_district(),
    id            uuid NOT NULL DEFAULT current_district(),
    done_until    date NOT NULL,
    working_on    date,
    after_student uuid,
    PRIMARY KEY (district_id, id)
);
CALL protect('timeline_day');
COMMENT ON TABLE timeline_day IS 'How far the days of the timelines have taken effect in the published profiles; one row (internal)';
COMMENT ON COLUMN timeline_day.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN timeline_day.id IS 'The district again: there is one row (internal)';
COMMENT ON COLUMN timeline_day.done_until IS 'Last day whose beginnings and ends are published (internal)';
COMMENT ON COLUMN timeline_day.working_on IS 'Day that is being published; null when none is (internal)';
COMMENT ON COLUMN timeline_day.after_student IS 'Student up to whom that day is published (internal)';

COMMENT ON COLUMN student_guardian.educational_rights IS 'What was said of the rights when the relation was recorded; counts only until rights_period has an entry of this guardian (sensitive)';
COMMENT ON COLUMN student_guardian.may_contact IS 'The school may contact this person about the student, unless a court order in force bars it (sensitive)';
