/** What a member of staff has to do today, in one call. */
@NullMarked
package org.schoolcase.cases.caseload.today;

import org.jspecify.annotations.NullMarked;
