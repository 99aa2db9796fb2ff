/** The case teams, as the case service tells them. */
@NullMarked
package org.schoolcase.students.team;

import org.jspecify.annotations.NullMarked;
