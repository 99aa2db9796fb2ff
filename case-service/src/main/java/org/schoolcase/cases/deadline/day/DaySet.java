package org.schoolcase.cases.deadline.day;

import java.util.List;

/** The days of one kind in their order, as epoch days: what a count walks along. */
public interface DaySet {

    /** How many days of the set lie between two days, both included. */
    int countWithin(int from, int to);

    /** The n-th day of the set after a day, n from 1; throws {@link NotKnown} where the set ends before. */
    int nthAfter(int day, int n);

    /** The n-th day of the set before a day, n from 1. */
    int nthBefore(int day, int n);

    /** Describes a stretch, both ends included, in counted and left-out ranges. */
    void describe(int from, int to, List<TraceRange> into);
}
