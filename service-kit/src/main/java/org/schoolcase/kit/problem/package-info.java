/** Refusals as RFC 9457 problem details. */
@NullMarked
package org.schoolcase.kit.problem;

import org.jspecify.annotations.NullMarked;
