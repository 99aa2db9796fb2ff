package org.schoolcase.students.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.schoolcase.kit.problem.ProblemException;

@NullMarked
class PreconditionTest {

    @Test
    void createsWhatIsNotThere() {
        assertThatCode(() -> new Precondition(null, "*").requireNew()).doesNotThrowAnyException();
    }

    @Test
    void changesWhatTheCallerHasSeen() {
        assertThatCode(() -> new Precondition("\"v3\"", null).requireCurrent(3)).doesNotThrowAnyException();
    }

    @Test
    void wantsToBeToldWhichOfTheTwo() {
        assertThat(statusOf(() -> new Precondition(null, null).requireNew())).isEqualTo(428);
        assertThat(statusOf(() -> new Precondition(null, null).requireCurrent(3)))
                .isEqualTo(428);
    }

    @Test
    void refusesWhatTheCallerExpectedOtherwise() {
        assertThat(statusOf(() -> new Precondition("\"v3\"", null).requireNew()))
                .isEqualTo(412);
        assertThat(statusOf(() -> new Precondition("\"v2\"", null).requireCurrent(3)))
                .isEqualTo(412);
        assertThat(statusOf(() -> new Precondition(null, "*").requireCurrent(3)))
                .isEqualTo(412);
    }

    private static int statusOf(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).status();
    }
}
