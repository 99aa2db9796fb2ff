package org.schoolcase.students.timeline;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.kit.tenant.Districts;
import org.schoolcase.kit.tenant.Tenants;
import org.schoolcase.students.student.StudentProfiles;

/**
 * Once a day of each district, publishes the students for whom rights, orders or contact limits begin on it, or ended
 * the day before. Whichever replica comes first does it, a batch at a time; days missed while all were down are made up.
 */
@ApplicationScoped
class TakeEffect {

    private static final Logger LOG = Logger.getLogger(TakeEffect.class);
    private static final int BATCH = 200;

    /** Takes the district's row, unless another replica has it or the day is done. */
    private static final String TAKE =
            "select done_until, working_on, after_student from timeline_day where done_until < ? for update skip locked";

    private static final String CONCERNED = """
            with concerned as (
                select student_id from rights_period where known_to is null and begins_on > ? and begins_on <= ?
                union select student_id from rights_period where known_to is null and ends_on >= ? and ends_on < ?
                union select student_id from court_order where known_to is null and begins_on > ? and begins_on <= ?
                union select student_id from court_order where known_to is null and ends_on >= ? and ends_on < ?
                union select g.student_id from contact_means c join student_guardian g on g.guardian_id = c.guardian_id
                       where c.known_to is null and c.do_not_use and c.begins_on > ? and c.begins_on <= ?
                union select g.student_id from contact_means c join student_guardian g on g.guardian_id = c.guardian_id
                       where c.known_to is null and c.do_not_use and c.ends_on >= ? and c.ends_on < ?
                union select student_id from contact_means where known_to is null and guardian_id is null
                       and kind = 'EMAIL' and begins_on > ? and begins_on <= ?
                union select student_id from contact_means where known_to is null and guardian_id is null
                       and kind = 'EMAIL' and ends_on >= ? and ends_on < ?)
            select student_id from concerned where student_id > ? order by student_id limit ?""";

    private static final UUID FIRST = new UUID(0, 0);

    /** A day that was begun is finished as that day, though midnight may have passed since. */
    private record Progress(LocalDate doneUntil, LocalDate workingOn, UUID afterStudent) {}

    private final Districts districts;
    private final Tenants tenants;
    private final DistrictDay days;
    private final StudentProfiles profiles;
    private final Rows rows;

    TakeEffect(Districts districts, Tenants tenants, DistrictDay days, StudentProfiles profiles, Rows rows) {
        this.districts = districts;
        this.tenants = tenants;
        this.days = days;
        this.profiles = profiles;
        this.rows = rows;
    }

    /** Looks often, so that a day begins soon after its midnight in each time zone; does something once a day. */
    @Scheduled(
            every = "{schoolcase.timeline.every}",
            delayed = "20s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void poll() {
        for (var district : districts.all()) {
            try {
                takeEffectIn(district);
            } catch (RuntimeException e) {
                LOG.warnf(
                        "The timelines of a district did not take effect: %s",
                        e.getClass().getName());
            }
        }
    }

    private void takeEffectIn(District district) {
        if (district.active()) {
            boolean more = true;
            while (more) {
                more = tenants.inDistrict(district.id(), () -> batch(days.today()));
            }
        }
    }

    /** One batch in its own transaction; true while there may be more. */
    boolean batch(LocalDate today) {
        var progress = take(today);
        if (progress.isEmpty()) {
            return false;
        }
        var students = concerned(progress.get());
        students.forEach(profiles::changed);
        var day = progress.get().workingOn();
        if (students.size() < BATCH) {
            rows.write("update timeline_day set done_until = ?, working_on = null, after_student = null", day);
            return day.isBefore(today);
        }
        rows.write("update timeline_day set working_on = ?, after_student = ?", day, students.getLast());
        return true;
    }

    /** A district that is new here starts with today: what was recorded until now was published when it was recorded. */
    private Optional<Progress> take(LocalDate today) {
        rows.write(
                "insert into timeline_day (done_until) select ? where not exists (select from timeline_day)"
                        + " on conflict do nothing",
                today);
        return rows.first(
                Query.of(TAKE, today),
                row -> new Progress(
                        row.getObject("done_until", LocalDate.class),
                        Objects.requireNonNullElse(row.getObject("working_on", LocalDate.class), today),
                        Objects.requireNonNullElse(row.getObject("after_student", UUID.class), FIRST)));
    }

    private List<UUID> concerned(Progress progress) {
        var done = progress.doneUntil();
        var day = progress.workingOn();
        var query = Query.of(
                CONCERNED,
                done,
                day,
                done,
                day,
                done,
                day,
                done,
                day,
                done,
                day,
                done,
                day,
                done,
                day,
                done,
                day,
                progress.afterStudent(),
                BATCH);
        return rows.list(query, row -> row.getObject(1, UUID.class));
    }
}
