package org.schoolcase.students.identity.review;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.security.Role;
import org.schoolcase.students.access.StudentAccess;
import org.schoolcase.students.identity.match.Matcher;
import org.schoolcase.students.identity.match.Score;
import org.schoolcase.students.identity.match.Scoring;

/** Records that may be the same student as a given one, compared on demand. */
@Path("/v1/students/{studentId}/matches")
@RunOnVirtualThread
public class MatchResource {

    private static final int MOST = 50;

    /**
     * A record like the one asked for.
     *
     * @param likely alike enough to be called likely, by the weights' own bound
     * @param reviewId the review of the two, if there is one
     */
    public record MatchView(
            ComparedStudent student,
            int score,
            boolean likely,
            boolean certain,
            String scoringVersion,
            List<Score.Weighed> reasons,
            @Nullable UUID reviewId) {}

    private final StudentAccess access;
    private final Matcher matcher;
    private final Scoring scoring;
    private final ReviewRepository reviews;
    private final Audit audit;

    MatchResource(StudentAccess access, Matcher matcher, Scoring scoring, ReviewRepository reviews, Audit audit) {
        this.access = access;
        this.matcher = matcher;
        this.scoring = scoring;
        this.reviews = reviews;
        this.audit = audit;
    }

    @GET
    @RolesAllowed({Role.DISTRICT_ADMIN, Role.SCHOOL_ADMIN, Role.AUDITOR})
    @Operation(
            operationId = "listStudentMatches",
            summary = "List records that may be the same student, the most alike first, with reasons and weights",
            description = "Only records that the caller may see. Nothing is decided by this.")
    @APIResponse(responseCode = "200", description = "At most 50; there is never a next page")
    @APIResponse(responseCode = "404", description = "No such student for this caller (not-found)")
    public Page<MatchView> list(UUID studentId) {
        access.require(studentId);
        var matches =
                matcher.of(studentId, access.relation()).stream().limit(MOST).toList();
        var students =
                reviews.students(matches.stream().map(Matcher.Match::otherId).toArray(UUID[]::new));
        var known = reviews.ofStudent(studentId);
        var views = new ArrayList<MatchView>();
        for (var match : matches) {
            var student = Objects.requireNonNull(students.get(match.otherId()));
            var score = match.score();
            views.add(new MatchView(
                    student,
                    score.total(),
                    scoring.isLikely(score.total()),
                    score.certain(),
                    score.version(),
                    score.reasons(),
                    known.get(match.otherId())));
            audit.showed(
                    AuditEntry.of("student.match", "student", match.otherId()).student(match.otherId()));
        }
        return new Page<>(views, null);
    }
}
