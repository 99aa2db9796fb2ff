/** Guardians of students, and who of them holds educational rights. */
@NullMarked
package org.schoolcase.students.guardian;

import org.jspecify.annotations.NullMarked;
