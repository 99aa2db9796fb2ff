/** Deadlines that were set for a case: stored with their trace, ended but never deleted. */
@NullMarked
package org.schoolcase.cases.casedeadline;

import org.jspecify.annotations.NullMarked;
