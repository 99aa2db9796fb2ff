/** Students whose two records became one in the student service. */
@NullMarked
package org.schoolcase.cases.studentmerge;

import org.jspecify.annotations.NullMarked;
