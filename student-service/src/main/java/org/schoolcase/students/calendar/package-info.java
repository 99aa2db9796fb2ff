/** School calendars: years, amendments that never destroy what was known, and the school days that deadlines count. */
@NullMarked
package org.schoolcase.students.calendar;

import org.jspecify.annotations.NullMarked;
