package org.schoolcase.students.identity.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.identity.match.Matcher.Match;
import org.schoolcase.students.identity.match.Score;
import org.schoolcase.students.identity.match.Scoring;

/** Puts pairs into the queue, set-based: new ones are opened, open ones scored anew, decided ones left alone. */
@ApplicationScoped
class FoundPairs {

    private static final String PAIRS = """
            (select * from jsonb_to_recordset(cast(? as jsonb)) as r(id uuid, a uuid, b uuid, score int, certain boolean,
                                                                     reasons jsonb, version text))""";

    private static final String OPEN = """
            insert into identity_review as t (id, first_student_id, second_student_id, state, score, certain, reasons,
                                              scoring_version, found_at)
            select p.id, least(p.a, p.b), greatest(p.a, p.b), 'OPEN', p.score, p.certain, p.reasons, p.version, ?
              from %s p
            on conflict (district_id, first_student_id, second_student_id) do update
               set state = 'OPEN', score = excluded.score, certain = excluded.certain, reasons = excluded.reasons,
                   scoring_version = excluded.scoring_version, found_at = excluded.found_at, version = t.version + 1
             where t.state in ('OPEN', 'WITHDRAWN')
               and (t.state, t.score, t.certain, t.reasons) is distinct from
                   ('OPEN', excluded.score, excluded.certain, excluded.reasons)
            """.formatted(PAIRS);

    private static final String WITHDRAW = """
            update identity_review t set state = 'WITHDRAWN', version = t.version + 1
              from %s p
             where t.state = 'OPEN' and t.first_student_id = least(p.a, p.b) and t.second_student_id = greatest(p.a, p.b)
            """.formatted(PAIRS);

    private static final String CERTAIN = """
            select t.id, t.first_student_id, t.second_student_id from identity_review t
              join %s p on t.first_student_id = least(p.a, p.b) and t.second_student_id = greatest(p.a, p.b)
             where t.state = 'OPEN' and t.certain
            """.formatted(PAIRS);

    /** A pair as JSON. */
    record Row(UUID id, UUID a, UUID b, int score, boolean certain, List<Score.Weighed> reasons, String version) {}

    /** A review of which the machine may be certain. */
    record CertainReview(UUID id, UUID first, UUID second) {}

    private final Rows rows;
    private final Scoring scoring;
    private final ObjectMapper json;

    FoundPairs(Rows rows, Scoring scoring, ObjectMapper json) {
        this.rows = rows;
        this.scoring = scoring;
        this.json = json;
    }

    /** Answers the open reviews among them of which there is no doubt. */
    List<CertainReview> store(List<Match> matches, Instant now) {
        var forReview = json(
                matches.stream().filter(m -> scoring.isForReview(m.score())).toList());
        var others = json(
                matches.stream().filter(m -> !scoring.isForReview(m.score())).toList());
        rows.write(OPEN, now.atOffset(ZoneOffset.UTC), forReview);
        rows.write(WITHDRAW, others);
        return rows.list(
                Query.of(CERTAIN, forReview),
                row -> new CertainReview(
                        row.getObject("id", UUID.class),
                        row.getObject("first_student_id", UUID.class),
                        row.getObject("second_student_id", UUID.class)));
    }

    /** Each pair once, however it was met. */
    private String json(List<Match> matches) {
        var pairs = new LinkedHashMap<List<UUID>, Row>();
        for (var match : matches) {
            var both = match.studentId().toString().compareTo(match.otherId().toString()) < 0
                    ? List.of(match.studentId(), match.otherId())
                    : List.of(match.otherId(), match.studentId());
            var score = match.score();
            pairs.putIfAbsent(
                    both,
                    new Row(
                            Ids.next(),
                            both.getFirst(),
                            both.getLast(),
                            score.total(),
                            score.certain(),
                            score.reasons(),
                            score.version()));
        }
        try {
            return json.writeValueAsString(pairs.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Pairs cannot be written as JSON", e);
        }
    }
}
