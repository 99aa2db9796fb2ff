/** The staff directory. */
@NullMarked
package org.schoolcase.students.staff;

import org.jspecify.annotations.NullMarked;
