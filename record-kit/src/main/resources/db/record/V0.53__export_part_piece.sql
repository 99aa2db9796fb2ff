-- A part of an export in pieces, so that neither writing nor reading it holds more than one of them.

CREATE TABLE export_part_piece (
    district_id uuid    NOT NULL DEFAULT current_district(),
    export_id   uuid    NOT NULL,
    piece_no    integer NOT NULL,
    bytes       bytea   NOT NULL,
    PRIMARY KEY (district_id, export_id, piece_no),
    FOREIGN KEY (district_id, export_id) REFERENCES export_part (district_id, export_id) ON DELETE CASCADE
);
CALL protect('export_part_piece');
COMMENT ON TABLE export_part_piece IS 'Pieces of a part of an export, deleted with it (sensitive)';
COMMENT ON COLUMN export_part_piece.district_id IS 'District that owns the row (internal)';
COMMENT ON COLUMN export_part_piece.export_id IS 'The part (internal)';
COMMENT ON COLUMN export_part_piece.piece_no IS 'Place of the piece, from 0 (internal)';
COMMENT ON COLUMN export_part_piece.bytes IS 'Piece of the JSON compressed with gzip (sensitive)';
CALL anchor('export_part_piece', 'export_id', 'TRAIL');

-- The parts that lie there already. The owner is held to row-level security as everybody is.
DO $$
DECLARE
    d uuid;
BEGIN
    FOR d IN SELECT id FROM district LOOP
        PERFORM set_config('app.district', d::text, true);
        INSERT INTO export_part_piece (export_id, piece_no, bytes) SELECT export_id, 0, content FROM export_part;
    END LOOP;
    PERFORM set_config('app.district', '', true);
END $$;
ALTER TABLE export_part DROP COLUMN content;
