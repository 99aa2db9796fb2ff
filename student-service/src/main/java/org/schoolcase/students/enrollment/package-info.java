/** Schools a student attended, and transfers from and to other schools. */
@NullMarked
package org.schoolcase.students.enrollment;

import org.jspecify.annotations.NullMarked;
