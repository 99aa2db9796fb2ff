/** Kinds of days and the walking along them: calendar, school and business days, with what was left out and why. */
@NullMarked
package org.schoolcase.cases.deadline.day;

import org.jspecify.annotations.NullMarked;
