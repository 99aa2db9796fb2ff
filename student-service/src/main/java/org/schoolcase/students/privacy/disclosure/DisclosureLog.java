package org.schoolcase.students.privacy.disclosure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.DistrictDates;

/** The log of 34 CFR 99.32: written once, never changed. */
@ApplicationScoped
public class DisclosureLog {

    private static final String INSERT = """
            insert into disclosure (id, student_id, disclosed_at, recipient_kind, recipient_id, recipient_name, fields,
                purpose, basis, citation, consent_id, threat, further_recipients, source, source_id, recorded_at,
                recorded_by)
            values (?, ?, ?, ?, ?, ?, string_to_array(?, chr(31)), ?, ?, ?, ?, ?, string_to_array(?, chr(31)), ?, ?, ?, ?)
            on conflict (district_id, id) do nothing""";

    private static final String SELECT = """
            select d.*, coalesce(d.recipient_name, a.name) as party
              from disclosure d
              left join agency_name a on a.district_id = '00000000-0000-0000-0000-000000000000'
                                     and a.id = d.recipient_id
             where d.student_id = ?""";

    private final Rows rows;
    private final CurrentUser user;
    private final DistrictDates dates;

    DisclosureLog(Rows rows, CurrentUser user, DistrictDates dates) {
        this.rows = rows;
        this.user = user;
        this.dates = dates;
    }

    /** Writes one disclosure; the same id again changes nothing. */
    @Transactional(TxType.MANDATORY)
    public void add(Disclosure d) {
        rows.write(
                INSERT,
                d.id(),
                d.studentId(),
                d.disclosedAt().atOffset(ZoneOffset.UTC),
                d.recipient().kind().name(),
                d.recipient().id(),
                d.recipient().name(),
                joined(d.fields()),
                d.purpose(),
                d.ground().basis().name(),
                d.ground().basis().citation(),
                d.ground().consentId(),
                d.ground().threat(),
                joined(d.furtherRecipients()),
                d.source().service(),
                d.source().id(),
                dates.now(),
                user.actor());
    }

    /** Newest first; one more than the limit, if there is one. */
    List<DisclosureView> page(UUID studentId, Cursor start, int limit) {
        var query = Query.of(SELECT, studentId);
        if (!start.isStart()) {
            query = query.and(
                    "(d.disclosed_at, d.id) < (?, ?)", start.instant(0).atOffset(ZoneOffset.UTC), start.uuid(1));
        }
        return rows.list(query.plus(" order by d.disclosed_at desc, d.id desc limit ?", limit + 1), DisclosureView::of);
    }

    Optional<DisclosureView> find(UUID studentId, UUID id) {
        return rows.first(Query.of(SELECT, studentId).and("d.id = ?", id), DisclosureView::of);
    }

    private static String joined(List<String> words) {
        return String.join("\u001f", words);
    }
}
