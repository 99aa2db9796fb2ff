package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.schoolcase.kit.paging.Cursor;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.MergedRecords;

/** The requests to inspect records of the district, and the parts of their exports. */
@ApplicationScoped
public class AccessRequests {

    private static final String OF = "from AccessRequest r where r.studentId = ?1";

    /** What the file holds counts, not when it was made: an order may be committed while a file is written, or long after it was dated. */
    private static final String OVERTAKEN = """
            select 1 from access_request r
              join student s on s.id = r.student_id or s.merged_into = r.student_id
              join court_order o on o.student_id = s.id and o.guardian_id = r.guardian_id
             where r.id = ? and r.sha256 is not null and not r.contacts_hidden
               and o.kind = 'NO_CONTACT' and o.known_to is null and (o.ends_on is null or o.ends_on >= district_today())
             limit 1""";

    /** By the records that were named when the services were asked, and by what happened to them since and was perhaps undone again. */
    private static final String OTHER_RECORDS = """
            select 1 from access_request r
             where r.id = ? and r.assembling_at is not null and (
                   r.merged_ids <> array(select s.id from student s where s.merged_into = r.student_id order by s.id limit %d)
                   or exists (select from student_merge m where m.surviving_id = r.student_id
                                 and (m.merged_at > r.assembling_at or m.undone_at > r.assembling_at)))""".formatted(MergedRecords.MOST);

    private static final String OPEN = "select 1 from access_request where student_id = ?"
            + " and state in ('RECEIVED', 'ASSEMBLING', 'READY') limit 1";

    private final EntityManager database;
    private final Rows rows;

    AccessRequests(EntityManager database, Rows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** Whether an answer to a family is owed, so that nothing may be destroyed, 34 CFR 99.10(e). */
    public boolean isOpen(UUID studentId) {
        return rows.first(Query.of(OPEN, studentId), row -> true).isPresent();
    }

    /** Goes on unless who asked has been barred from contact with the student, and the file that was made holds his addresses. */
    void requireNotOvertaken(AccessRequest request) {
        if (rows.first(Query.of(OVERTAKEN, request.id()), row -> true).isPresent()) {
            throw ProblemException.conflict(
                    "export.overtaken",
                    "An order was recorded since it was made. Withdraw the request and ask for the record again.");
        }
    }

    /** Goes on unless records were merged with the student's, or parted from it, since the services were asked for their parts. */
    void requireSameRecords(AccessRequest request) {
        if (rows.first(Query.of(OTHER_RECORDS, request.id()), row -> true).isPresent()) {
            throw ProblemException.conflict(
                    "export.merged-since",
                    "Records were merged with the student's, or parted from it, since the services were asked for their parts."
                            + " Ask them again, or for the record.");
        }
    }

    void add(AccessRequest request) {
        database.persist(request);
        database.flush();
    }

    void send() {
        database.flush();
    }

    Optional<AccessRequest> find(UUID studentId, UUID id) {
        return Optional.ofNullable(database.find(AccessRequest.class, id))
                .filter(request -> request.studentId().equals(studentId));
    }

    Optional<AccessRequest> findForUpdate(UUID studentId, UUID id) {
        return Optional.ofNullable(database.find(AccessRequest.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(request -> request.studentId().equals(studentId));
    }

    AccessRequestView view(AccessRequest request) {
        return request.view(parts(request.id()));
    }

    /** Newest first; one more than the limit, if there is one. Its parts are shown with the single request. */
    List<AccessRequestView> page(UUID studentId, Cursor start, int limit) {
        var query = database.createQuery(
                        OF + (start.isStart() ? "" : " and r.id < ?2") + " order by r.id desc", AccessRequest.class)
                .setParameter(1, studentId)
                .setMaxResults(limit + 1);
        if (!start.isStart()) {
            query.setParameter(2, start.uuid(0));
        }
        return query.getResultList().stream()
                .map(request -> request.view(List.of()))
                .toList();
    }

    /** A part that lies ready already is asked for anew. */
    void expect(UUID requestId, String service) {
        rows.write(
                "insert into access_part (request_id, service) values (?, ?) on conflict (district_id, request_id, service)"
                        + " do update set ready_at = null, row_count = null, sha256 = null",
                requestId,
                service);
    }

    /** A service has assembled its part; of a request that is unknown here, or asked anew since, nothing is stored. */
    void partReady(String service, PartsConsumer.PartReady part) {
        rows.write(
                "update access_part p set ready_at = ?, row_count = ?, sha256 = ? from access_request r"
                        + " where p.request_id = ? and p.service = ? and r.id = p.request_id"
                        + " and r.asking = coalesce(cast(? as integer), r.asking)",
                part.at().atOffset(ZoneOffset.UTC),
                part.rows(),
                part.sha256(),
                part.exportId(),
                service,
                part.asking());
    }

    List<AccessRequestView.Part> parts(UUID requestId) {
        return rows.list(
                Query.of("select * from access_part where request_id = ? order by service", requestId),
                AccessRequests::part);
    }

    private static AccessRequestView.Part part(ResultSet row) throws SQLException {
        var ready = row.getObject("ready_at", OffsetDateTime.class);
        return new AccessRequestView.Part(
                row.getString("service"),
                ready == null ? null : ready.toInstant(),
                row.getObject("row_count", Integer.class),
                row.getString("sha256"));
    }
}
