/** This service's own copy of students, guardians and their rights, as the student service tells them. */
@NullMarked
package org.schoolcase.cases.studentprofile;

import org.jspecify.annotations.NullMarked;
