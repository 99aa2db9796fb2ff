package org.schoolcase.cases.deadline.day;

import org.jspecify.annotations.Nullable;

/**
 * What lies between two school days where more than the ordinary weekend does; days are epoch days.
 *
 * @param from the day after a school day
 * @param to the day before school reconvenes
 * @param summer whether it lies between two school years
 * @param vacated how many days of the school week have no school in it, for any reason
 * @param firstVacated the first of those
 * @param vacation how many of them are holidays or breaks
 * @param firstVacation the first of those; null when there is none
 */
record Gap(
        int from,
        int to,
        boolean summer,
        int vacated,
        int firstVacated,
        int vacation,
        @Nullable Integer firstVacation,
        String name) {}
