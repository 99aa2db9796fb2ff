/** Facts of a case that law counts with, beyond referral, birth and consent, as people enter them. */
@NullMarked
package org.schoolcase.cases.casedeadline.fact;

import org.jspecify.annotations.NullMarked;
