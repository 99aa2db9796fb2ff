/** Programs and statuses of a student: homeless, English learner, foster care and so on. */
@NullMarked
package org.schoolcase.students.flag;

import org.jspecify.annotations.NullMarked;
