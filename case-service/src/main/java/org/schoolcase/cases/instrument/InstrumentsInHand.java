package org.schoolcase.cases.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.schoolcase.cases.district.DistrictNow;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;

/** Knows who fills in a draft with an instrument today, on the team of an open case; starts from the person's own cases. */
@ApplicationScoped
class InstrumentsInHand {

    private static final String DRAFT = """
            SELECT 1 FROM case_team_member m JOIN case_file c ON c.id = m.case_id
             JOIN case_assessment a ON a.case_id = m.case_id
            WHERE m.staff_id = ? AND m.from_on <= ? AND (m.to_on IS NULL OR m.to_on >= ?) AND c.status = 'OPEN'
             AND a.status = 'DRAFT' AND coalesce(a.taken_over_by, a.assessor_id) = m.staff_id
             AND a.instrument_key = ? AND a.instrument_version = ?
            LIMIT 1
            """;

    private final Rows rows;
    private final DistrictNow district;

    InstrumentsInHand(Rows rows, DistrictNow district) {
        this.rows = rows;
        this.district = district;
    }

    boolean isFilledInBy(UUID staffId, Instrument instrument) {
        var today = district.today();
        var query = Query.of(DRAFT, staffId, today, today, instrument.key(), instrument.version());
        return rows.first(query, _ -> true).isPresent();
    }
}
