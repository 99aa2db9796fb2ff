/** School days of a calendar and the sums on them (34 CFR 300.11): plain values and functions, no database and no clock. */
@NullMarked
package org.schoolcase.students.calendar.day;

import org.jspecify.annotations.NullMarked;
