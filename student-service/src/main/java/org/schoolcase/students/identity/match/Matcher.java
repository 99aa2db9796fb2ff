package org.schoolcase.students.identity.match;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.schoolcase.students.access.Relation;

/** Finds the records that may be the same student as another, and says why. */
@ApplicationScoped
public class Matcher {

    /** Two records and how alike they are. */
    public record Match(UUID studentId, UUID otherId, Score score) {}

    private static final Relation ALL = new Relation("true", List.of());

    private final IdentityKeys keys;
    private final Candidates candidates;
    private final Scoring scoring;

    Matcher(IdentityKeys keys, Candidates candidates, Scoring scoring) {
        this.keys = keys;
        this.candidates = candidates;
        this.scoring = scoring;
    }

    /** Every pair of these students that is worth comparing, after their keys are made anew. Needs a transaction. */
    public List<Match> renew(UUID[] students) {
        keys.renew(students);
        return matches(students, ALL);
    }

    /** The records like this one that the caller may see and that are worth showing, the most alike first. */
    public List<Match> of(UUID student, Relation relation) {
        return matches(new UUID[] {student}, relation).stream()
                .filter(match -> scoring.isShown(match.score().total()))
                .sorted(Comparator.comparing((Match match) -> -match.score().total())
                        .thenComparing(Match::otherId))
                .toList();
    }

    private List<Match> matches(UUID[] students, Relation relation) {
        return candidates.of(students, relation).stream()
                .map(pair -> new Match(pair.one().id(), pair.other().id(), scoring.of(pair)))
                .toList();
    }
}
