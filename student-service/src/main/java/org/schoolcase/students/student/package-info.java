/** The student record. */
@NullMarked
package org.schoolcase.students.student;

import org.jspecify.annotations.NullMarked;
