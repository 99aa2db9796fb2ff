/** The end of a case. */
@NullMarked
package org.schoolcase.cases.closure;

import org.jspecify.annotations.NullMarked;
