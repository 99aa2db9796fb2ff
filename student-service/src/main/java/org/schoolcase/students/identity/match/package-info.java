/** How alike two records are: which are compared, what speaks for and against one person, and the weights. */
@NullMarked
package org.schoolcase.students.identity.match;

import org.jspecify.annotations.NullMarked;
