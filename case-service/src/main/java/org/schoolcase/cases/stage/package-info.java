/** Where a case is on its way from the referral to its end, derived from what happened. */
@NullMarked
package org.schoolcase.cases.stage;

import org.jspecify.annotations.NullMarked;
