/** Carries a checked package into the roster tables, and from there into the suite's own records. */
@NullMarked
package org.schoolcase.students.roster.merge;

import org.jspecify.annotations.NullMarked;
