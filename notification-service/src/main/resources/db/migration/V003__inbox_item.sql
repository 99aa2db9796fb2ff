-- The in-app inbox. Items of one owner are numbered without gaps in commit order, so that a stream can resume at a number.

CREATE TABLE inbox_owner (
    district_id uuid   NOT NULL DEFAULT current_district(),
    id          uuid   NOT NULL,
    last_number bigint NOT NULL,
    PRIMARY KEY (district_id, id)
);
CALL protect('inbox_owner');
CALL open_to_relay('inbox_owner');
COMMENT ON TABLE inbox_owner IS 'Person with an inbox (internal)';
COMMENT ON COLUMN inbox_owner.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN inbox_owner.id IS 'Staff member, guardian or student (internal)';
COMMENT ON COLUMN inbox_owner.last_number IS 'Number of the newest item (internal)';

CREATE TABLE inbox_item (
    district_id uuid        NOT NULL DEFAULT current_district(),
    id          uuid        NOT NULL,
    owner_id    uuid        NOT NULL,
    number      bigint      NOT NULL,
    kind        text        NOT NULL,
    title       text        NOT NULL,
    body        text        NOT NULL,
    language    text        NOT NULL,
    student_id  uuid        NOT NULL,
    case_id     uuid,
    created_at  timestamptz NOT NULL,
    read_at     timestamptz,
    PRIMARY KEY (district_id, id),
    FOREIGN KEY (district_id, owner_id) REFERENCES inbox_owner (district_id, id) ON DELETE CASCADE,
    UNIQUE (district_id, owner_id, number)
);
CREATE INDEX inbox_item_unread ON inbox_item (district_id, owner_id, number) WHERE read_at IS NULL;
CREATE INDEX inbox_item_of_student ON inbox_item (district_id, student_id);
CALL protect('inbox_item');
COMMENT ON TABLE inbox_item IS 'One in-app notification (personal)';
COMMENT ON COLUMN inbox_item.district_id IS 'Owning district (internal)';
COMMENT ON COLUMN inbox_item.id IS 'Item; the same as the message in the ledger (internal)';
COMMENT ON COLUMN inbox_item.owner_id IS 'Whose inbox (internal)';
COMMENT ON COLUMN inbox_item.number IS 'Position in the inbox, from 1 (internal)';
COMMENT ON COLUMN inbox_item.kind IS 'Kind of notification (internal)';
COMMENT ON COLUMN inbox_item.title IS 'Title as written; names a student by initials (sensitive)';
COMMENT ON COLUMN inbox_item.body IS 'Text as written; names a student by initials (sensitive)';
COMMENT ON COLUMN inbox_item.language IS 'Language it is written in (internal)';
COMMENT ON COLUMN inbox_item.student_id IS 'Student it is about (internal)';
COMMENT ON COLUMN inbox_item.case_id IS 'Case it is about (internal)';
COMMENT ON COLUMN inbox_item.created_at IS 'When it was delivered (internal)';
COMMENT ON COLUMN inbox_item.read_at IS 'When its owner read it (internal)';
