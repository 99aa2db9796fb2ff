package org.schoolcase.students.identity.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.schoolcase.students.identity.match.Pair.Person;
import org.schoolcase.students.identity.match.Score.Weighed;

/** What speaks for one person and what against it. */
class ScoringTest {

    private static final UUID SCHOOL = UUID.randomUUID();
    private static final LocalDate BORN = LocalDate.of(2015, 3, 7);

    private final Scoring scoring = new Scoring(new Nicknames(), new ObjectMapper());

    @ParameterizedTest
    @CsvSource({
        "elizabeth, liz, GIVEN_NAME_NICKNAME",
        "beth, liz, GIVEN_NAME_NICKNAME",
        "francisco, pancho, GIVEN_NAME_NICKNAME",
        "maria jose, maria, GIVEN_NAME_PART",
        "leila, liela, GIVEN_NAME_ALIKE",
        "leila, omar, GIVEN_NAME_DIFFERENT",
        "leila, leila, GIVEN_NAME_EQUAL"
    })
    void comparesGivenNames(String one, String other, Reason reason) {
        boolean alike = one.charAt(0) == other.charAt(0);
        var score = scoring.of(
                new Pair(person(one, "jelly", BORN), person(other, "jelly", BORN), alike, true, false, false));

        assertThat(score.reasons()).extracting(Weighed::code).contains(reason, Reason.FAMILY_NAME_EQUAL);
    }

    @ParameterizedTest
    @CsvSource({
        "2015-03-07, 2015-03-07, BIRTH_DATE_EQUAL",
        "2015-03-07, 2015-07-03, BIRTH_DATE_DAY_MONTH_SWAPPED",
        "2015-03-07, 2016-03-07, BIRTH_DATE_ONE_DIGIT_OFF",
        "2015-03-07, 2015-03-17, BIRTH_DATE_ONE_DIGIT_OFF",
        "2015-03-07, 2014-04-07, BIRTH_DATE_DIFFERENT"
    })
    void comparesBirthDates(LocalDate one, LocalDate other, Reason reason) {
        assertThat(BirthDates.compare(one, other)).isEqualTo(reason);
        assertThat(BirthDates.compare(other, one)).isEqualTo(reason);
    }

    @Test
    void saysNothingOfABirthDateThatIsNotKnown() {
        assertThat(BirthDates.compare(null, BORN)).isNull();
    }

    @Test
    void keepsTwinsOutOfTheQueue() {
        var score = scoring.of(
                new Pair(person("ana", "jelly", BORN), person("omar", "jelly", BORN), false, true, false, true));

        assertThat(scoring.isForReview(score)).isFalse();
    }

    @Test
    void putsAnExactNamesakeOfTheSameDayIntoTheQueueButIsNeverCertainOfHim() {
        var score = scoring.of(
                new Pair(person("ana", "jelly", BORN), person("ana", "jelly", BORN), true, true, false, true));

        assertThat(scoring.isForReview(score)).isTrue();
        assertThat(score.certain()).isFalse();
        assertThat(score.reasons().stream().mapToInt(Weighed::weight).sum()).isEqualTo(score.total());
    }

    @Test
    void seesGivenAndFamilyNameInterchanged() {
        var score =
                scoring.of(new Pair(person("kim", "lee", BORN), person("lee", "kim", BORN), false, false, true, false));

        assertThat(score.reasons()).extracting(Weighed::code).contains(Reason.NAME_PARTS_TRANSPOSED);
        assertThat(scoring.isForReview(score)).isTrue();
    }

    @Test
    void isCertainOfTheSameStateIdOnlyWhenNothingSpeaksAgainstIt() {
        assertThat(withIds("i:state:99", "i:state:99", BORN).certain()).isTrue();
        assertThat(withIds("i:identifier:99", "i:identifier:99", BORN).certain())
                .isFalse();
        assertThat(withIds("i:state:99", "i:state:99", BORN.plusDays(1)).certain())
                .isFalse();
        assertThat(withIds("i:state:99", "i:state:98", BORN).reasons())
                .extracting(Weighed::code)
                .contains(Reason.STATE_ID_DIFFERENT);
    }

    private Score withIds(String one, String other, LocalDate born) {
        return scoring.of(new Pair(
                new Person(UUID.randomUUID(), "ana", "jelly", "", BORN, "05", List.of(), Set.of(one)),
                new Person(UUID.randomUUID(), "ana", "jelly", "", born, "05", List.of(), Set.of(other)),
                true,
                true,
                false,
                false));
    }

    private static Person person(String given, String family, LocalDate born) {
        return new Person(UUID.randomUUID(), given, family, "", born, "05", List.of(SCHOOL), Set.of());
    }
}
