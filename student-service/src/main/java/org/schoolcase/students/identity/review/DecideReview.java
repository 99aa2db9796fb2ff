package org.schoolcase.students.identity.review;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.security.CurrentUser;
import org.schoolcase.students.identity.merge.MergeStudents;

/** Use case: somebody decides whether two records are one student; the machine does only where there is no doubt. */
@ApplicationScoped
class DecideReview {

    /** The decision; the surviving record is named with SAME. */
    record Command(UUID reviewId, boolean same, @Nullable UUID survivingId, String reason, boolean patient) {}

    /** What came of it. */
    sealed interface Outcome {
        record Decided(Review.Versioned review) implements Outcome {}

        record Unknown() implements Outcome {}

        record DecidedBefore() implements Outcome {}

        /** With SAME the one that goes on is named, and is one of the two. */
        record NoneOfTheTwo() implements Outcome {}

        /** One of the two was merged into another meanwhile. */
        record MergedMeanwhile() implements Outcome {}
    }

    private static final String CERTAINTY = "The same state id, names and birth date, and nothing against it.";

    private final ReviewRepository reviews;
    private final MergeStudents mergeStudents;
    private final CurrentUser user;
    private final Audit audit;
    private final Clock clock;

    DecideReview(ReviewRepository reviews, MergeStudents mergeStudents, CurrentUser user, Audit audit, Clock clock) {
        this.reviews = reviews;
        this.mergeStudents = mergeStudents;
        this.user = user;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Outcome handle(Command command, @Nullable String ifMatch) {
        mergeStudents.waitForOthers();
        var found = reviews.findForUpdate(command.reviewId());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var review = found.get();
        ETags.requireMatch(ifMatch, review.version());
        if (review.review().state() == Review.State.SAME || review.review().state() == Review.State.DIFFERENT) {
            return new Outcome.DecidedBefore();
        }
        return command.same() ? merge(review, command) : keepApart(review, command);
    }

    private Outcome keepApart(ReviewRepository.Found review, Command command) {
        decided(review, Review.State.DIFFERENT, command.reason(), null);
        return new Outcome.Decided(reviews.find(command.reviewId()).orElseThrow());
    }

    private Outcome merge(ReviewRepository.Found review, Command command) {
        var surviving = command.survivingId();
        if (surviving == null || !(surviving.equals(review.first()) || surviving.equals(review.second()))) {
            return new Outcome.NoneOfTheTwo();
        }
        var merged = surviving.equals(review.first()) ? review.second() : review.first();
        var merge = mergeStudents.handle(
                new MergeStudents.Command(command.reviewId(), merged, surviving, command.reason(), command.patient()));
        if (merge.isEmpty()) {
            return new Outcome.MergedMeanwhile();
        }
        decided(review, Review.State.SAME, command.reason(), merge.get());
        reviews.withdrawOpenOf(merged);
        return new Outcome.Decided(reviews.find(command.reviewId()).orElseThrow());
    }

    private void decided(ReviewRepository.Found review, Review.State state, String reason, @Nullable UUID mergeId) {
        var id = review.review().id();
        reviews.decide(id, state, clock.instant(), user.actor(), reason, mergeId);
        for (var student : new UUID[] {review.first(), review.second()}) {
            audit.wrote(AuditEntry.of("identity-review.decide", "identity-review", id)
                    .student(student)
                    .fields("decision", "reason"));
        }
    }

    /**
     * The record whose id is less goes on: the choice is the same on every run, and can be undone. Where somebody is just
     * writing one of the two, the pair stays in the queue.
     */
    @Transactional(TxType.MANDATORY)
    void byCertainty(FoundPairs.CertainReview certain) {
        reviews.findForUpdate(certain.id())
                .filter(review -> review.review().state() == Review.State.OPEN)
                .ifPresent(review -> merge(review, new Command(certain.id(), true, certain.first(), CERTAINTY, false)));
    }
}
