package org.schoolcase.students.privacy.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.DistrictDates;
import org.schoolcase.students.privacy.Requester;

/** Decisions about directory information: the latest that has begun counts, also after the student left (34 CFR 99.37(b)). */
@ApplicationScoped
public class DirectoryChoices {

    private static final String INSERT =
            "insert into directory_choice (id, student_id, opted_out, from_on, guardian_id, method, received_on,"
                    + " recorded_at, recorded_by) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int MOST = 200;

    private final Rows rows;
    private final CurrentUser user;
    private final DistrictDates dates;

    DirectoryChoices(Rows rows, CurrentUser user, DistrictDates dates) {
        this.rows = rows;
        this.user = user;
        this.dates = dates;
    }

    /** Whether nothing of the student may be disclosed as directory information on a day. */
    public boolean isOptedOut(UUID studentId, LocalDate day) {
        return rows.first(
                        Query.of("select is_directory_opted_out(?, ?) as answer", studentId, day),
                        row -> row.getBoolean("answer"))
                .orElse(false);
    }

    List<DirectoryChoiceView> of(UUID studentId) {
        return rows.list(
                Query.of("select * from directory_choice where student_id = ?", studentId)
                        .plus(" order by from_on desc, id desc limit " + MOST),
                DirectoryChoiceView::of);
    }

    UUID add(UUID studentId, DirectoryChoiceRequest choice, Requester by) {
        var id = Ids.next();
        rows.write(
                INSERT,
                id,
                studentId,
                choice.optedOut(),
                choice.fromOn(),
                by.guardianId(),
                choice.method().name(),
                choice.receivedOn(),
                dates.now(),
                user.actor());
        return id;
    }

    DirectoryStanding standing(UUID studentId) {
        var today = dates.today();
        return new DirectoryStanding(today, isOptedOut(studentId, today), "34 CFR 99.37", "high", of(studentId));
    }
}
