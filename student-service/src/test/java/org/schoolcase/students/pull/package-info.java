/** Tests of roster pulls against our own provider and against a source that misbehaves. */
@NullMarked
package org.schoolcase.students.pull;

import org.jspecify.annotations.NullMarked;
