/** Which students a caller may see, by his relation to them. */
@NullMarked
package org.schoolcase.students.access;

import org.jspecify.annotations.NullMarked;
