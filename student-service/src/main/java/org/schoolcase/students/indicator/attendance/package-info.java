/** Days enrolled, counted by calendar and enrolment where a source delivers absences alone. */
@NullMarked
package org.schoolcase.students.indicator.attendance;

import org.jspecify.annotations.NullMarked;
