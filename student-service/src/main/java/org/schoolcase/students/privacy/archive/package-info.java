/** Writes the record of one student into an archive, part by part and row by row, so that none need fit into memory. */
@NullMarked
package org.schoolcase.students.privacy.archive;

import org.jspecify.annotations.NullMarked;
