/** Everything that happened in the cases of a student, in order, for those who may see it. */
@NullMarked
package org.schoolcase.cases.timeline;

import org.jspecify.annotations.NullMarked;
