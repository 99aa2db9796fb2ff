/** Rosters of the district's student information system: packages received, checked, merged, and carried into the suite's own records. */
@NullMarked
package org.schoolcase.students.roster;

import org.jspecify.annotations.NullMarked;
