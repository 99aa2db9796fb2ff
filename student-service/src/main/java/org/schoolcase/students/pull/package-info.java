/** Pulls the roster from a student information system over OneRoster 1.2 REST and hands it to the import. */
@NullMarked
package org.schoolcase.students.pull;

import org.jspecify.annotations.NullMarked;
