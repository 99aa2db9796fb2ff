package org.schoolcase.students.pull;

import java.time.Duration;

/** A run cannot go on, now or at all; the code is shown in the run's history and holds nothing that the other side wrote. */
final class PullFailure extends RuntimeException {

    private final String code;
    private final boolean passing;
    private final transient Duration pause;

    private PullFailure(String code, boolean passing, Duration pause) {
        super(code, null, false, false);
        this.code = code;
        this.passing = passing;
        this.pause = pause;
    }

    /** Trying again does not help. */
    static PullFailure lasting(String code) {
        return new PullFailure(code, false, Duration.ZERO);
    }

    /** May be over after a pause. */
    static PullFailure passing(String code, Duration pause) {
        return new PullFailure(code, true, pause);
    }

    String code() {
        return code;
    }

    boolean isPassing() {
        return passing;
    }

    Duration pause() {
        return pause;
    }
}
