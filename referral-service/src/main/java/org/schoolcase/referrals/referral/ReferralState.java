package org.schoolcase.referrals.referral;

import java.util.List;

/**
 * Where a referral stands. Each state is a type that offers only the verbs allowed in it, so that a step which the
 * table does not know cannot be written; what arrives from outside goes through {@link ReferralMachine}.
 */
public sealed interface ReferralState {

    /** The stored and published name. */
    String name();

    /** Nothing can follow, and the purpose for which the agency could read is over. */
    default boolean ended() {
        return this instanceof Ended;
    }

    /** All states, in the order in which they are reached. */
    static List<ReferralState> all() {
        return List.of(
                new Draft(),
                new Sent(),
                new Accepted(),
                new Declined(),
                new CancelRequested(),
                new Cancelled(),
                new Completed());
    }

    static ReferralState of(String name) {
        return all().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No state of a referral: " + name));
    }

    /** A state after which nothing follows. */
    sealed interface Ended extends ReferralState {}

    /** Being written; the agency knows nothing of it. */
    record Draft() implements ReferralState {
        Sent send() {
            return new Sent();
        }

        Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public String name() {
            return "DRAFT";
        }
    }

    /** With the agency, unanswered: the school may still take it back alone. */
    record Sent() implements ReferralState {
        Accepted accept() {
            return new Accepted();
        }

        Declined decline() {
            return new Declined();
        }

        Cancelled cancel() {
            return new Cancelled();
        }

        @Override
        public String name() {
            return "SENT";
        }
    }

    /** The agency serves the student: from here the school can only ask for the end. */
    record Accepted() implements ReferralState {
        Declined decline() {
            return new Declined();
        }

        Completed complete() {
            return new Completed();
        }

        CancelRequested requestCancellation() {
            return new CancelRequested();
        }

        @Override
        public String name() {
            return "ACCEPTED";
        }
    }

    /** The school asked for the end; the agency confirms it, or has completed the service meanwhile. */
    record CancelRequested() implements ReferralState {
        Cancelled confirm() {
            return new Cancelled();
        }

        Completed complete() {
            return new Completed();
        }

        @Override
        public String name() {
            return "CANCEL_REQUESTED";
        }
    }

    /** The agency does not serve the student; the step has the reason. */
    record Declined() implements Ended {
        @Override
        public String name() {
            return "DECLINED";
        }
    }

    /** Taken back. */
    record Cancelled() implements Ended {
        @Override
        public String name() {
            return "CANCELLED";
        }
    }

    /** Served; the step has the outcome. */
    record Completed() implements Ended {
        @Override
        public String name() {
            return "COMPLETED";
        }
    }
}
