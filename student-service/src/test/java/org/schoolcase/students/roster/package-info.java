/** Tests of the roster import over HTTP, on a real PostgreSQL. */
@NullMarked
package org.schoolcase.students.roster;

import org.jspecify.annotations.NullMarked;
