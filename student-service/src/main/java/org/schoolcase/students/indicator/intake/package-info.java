/** Attendance, behaviour, marks and screening results, taken in from other systems as CSV and JSON. */
@NullMarked
package org.schoolcase.students.indicator.intake;

import org.jspecify.annotations.NullMarked;
