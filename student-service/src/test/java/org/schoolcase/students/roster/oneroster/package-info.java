/** Tests of the package reader. */
@NullMarked
package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.NullMarked;
