/** What courts have ordered on custody of, and contact with, a student. */
@NullMarked
package org.schoolcase.students.courtorder;

import org.jspecify.annotations.NullMarked;
