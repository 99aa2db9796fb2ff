-- The log of contacts with families and others about a case: who, when, how, in which language, and what came of it.

CREATE TABLE communication_entry (
    district_id               uuid        NOT NULL DEFAULT current_district(),
    id                        uuid        NOT NULL,
    case_id                   uuid        NOT NULL,
    student_id                uuid        NOT NULL,
    guardian_id               uuid,
    party_role                text,
    party_name                text,
    person                    text        NOT NULL GENERATED ALWAYS AS
                              (coalesce(guardian_id::text, party_role || ':' || lower(coalesce(party_name, '')))) STORED,
    staff_id                  uuid        NOT NULL,
    at                        timestamptz NOT NULL,
    on_date                   date        NOT NULL,
    means                     text        NOT NULL,
    direction                 text        NOT NULL CHECK (direction IN ('OUTGOING', 'INCOMING')),
    purpose                   text        NOT NULL,
    language                  text        NOT NULL,
    guardian_language         text,
    interpreter_name          text,
    interpreter_qualification text,
    language_reason           text,
    translation_mode          text,
    translation_understood    boolean,
    outcome                   text        NOT NULL,
    in_reply_to               uuid,
    summary                   text        NOT NULL,
    sealed_part               text,
    sealed                    boolean     NOT NULL GENERATED ALWAYS AS (sealed_part IS NOT NULL) STORED,
    supersedes                uuid,
    correction_reason         text,
    recorded_at               timestamptz NOT NULL,
    recorded_by               text        NOT NULL,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, case_id) REFERENCES case_file (district_id, id),
    FOREIGN KEY (district_id, in_reply_to) REFERENCES communication_entry (district_id, id),
    FOREIGN KEY (district_id, supersedes) REFERENCES communication_entry (district_id, id),
    CHECK ((guardian_id IS NULL) <> (party_role IS NULL)),
    CHECK ((supersedes IS NULL) = (correction_reason IS NULL))
);
CREATE INDEX communication_entry_case ON communication_entry (district_id, case_id, at, id);
CREATE INDEX communication_entry_student ON communication_entry (district_id, student_id);
CREATE UNIQUE INDEX communication_entry_once_superseded ON communication_entry (district_id, supersedes)
    WHERE supersedes IS NOT NULL;
CREATE INDEX communication_entry_reply ON communication_entry (district_id, in_reply_to) WHERE in_reply_to IS NOT NULL;
CALL protect('communication_entry');
-- Append-only: a mistake is corrected by a later entry; only a merge of two student records gives rows another student.
REVOKE UPDATE ON communication_entry FROM ${app_role};
GRANT UPDATE (student_id) ON communication_entry TO ${app_role};

COMMENT ON TABLE communication_entry IS 'Contacts about a case, made, attempted or received (34 CFR 300.322(d), 300.300(d)(5)); append-only. (sensitive)';
COMMENT ON COLUMN communication_entry.district_id IS 'Tenant. (internal)';
COMMENT ON COLUMN communication_entry.id IS 'Id of the entry. (internal)';
COMMENT ON COLUMN communication_entry.case_id IS 'The case. (internal)';
COMMENT ON COLUMN communication_entry.student_id IS 'The student of the case. (sensitive)';
COMMENT ON COLUMN communication_entry.guardian_id IS 'The guardian it was with; null when it was with somebody else. (personal)';
COMMENT ON COLUMN communication_entry.party_role IS 'Who else it was with, by role. (personal)';
COMMENT ON COLUMN communication_entry.party_name IS 'Name of somebody else, where it matters. (personal)';
COMMENT ON COLUMN communication_entry.person IS 'One key for one person, by which attempts are numbered. (personal)';
COMMENT ON COLUMN communication_entry.staff_id IS 'Who of the staff spoke, wrote or went. (internal)';
COMMENT ON COLUMN communication_entry.at IS 'When. (sensitive)';
COMMENT ON COLUMN communication_entry.on_date IS 'The civil date of that in the district''s zone. (sensitive)';
COMMENT ON COLUMN communication_entry.means IS 'How: CALL, LETTER, EMAIL, TEXT, VISIT, MEETING, VIDEO. (sensitive)';
COMMENT ON COLUMN communication_entry.direction IS 'OUTGOING from the district, or INCOMING. (sensitive)';
COMMENT ON COLUMN communication_entry.purpose IS 'What for. (sensitive)';
COMMENT ON COLUMN communication_entry.language IS 'BCP 47 tag of the language that was used by the staff. (sensitive)';
COMMENT ON COLUMN communication_entry.guardian_language IS 'BCP 47 tag of the guardian''s language as it was known then. (personal)';
COMMENT ON COLUMN communication_entry.interpreter_name IS 'Who interpreted. (personal)';
COMMENT ON COLUMN communication_entry.interpreter_qualification IS 'By which qualification. (internal)';
COMMENT ON COLUMN communication_entry.language_reason IS 'Why it was not in the guardian''s language and without an interpreter. (sensitive)';
COMMENT ON COLUMN communication_entry.translation_mode IS 'How a notice was translated, where the language is not written (34 CFR 300.503(c)(2)). (sensitive)';
COMMENT ON COLUMN communication_entry.translation_understood IS 'Whether the parent understood it (34 CFR 300.503(c)(2)(ii)). (sensitive)';
COMMENT ON COLUMN communication_entry.outcome IS 'What came of it. (sensitive)';
COMMENT ON COLUMN communication_entry.in_reply_to IS 'The entry that it answers. (internal)';
COMMENT ON COLUMN communication_entry.summary IS 'What was said, in words for the record. (sensitive)';
COMMENT ON COLUMN communication_entry.sealed_part IS 'What only the case manager and coordinators may read. (sealed)';
COMMENT ON COLUMN communication_entry.sealed IS 'Whether there is a sealed part. (sensitive)';
COMMENT ON COLUMN communication_entry.supersedes IS 'The entry that this one corrects. (internal)';
COMMENT ON COLUMN communication_entry.correction_reason IS 'Why it was corrected. (sensitive)';
COMMENT ON COLUMN communication_entry.recorded_at IS 'When it was entered. (internal)';
COMMENT ON COLUMN communication_entry.recorded_by IS 'Identity that entered it: issuer and subject. (internal)';
