/** What this service keeps of cases, fed by the events of case-service, and who may act on them. */
@NullMarked
package org.schoolcase.referrals.casefile;

import org.jspecify.annotations.NullMarked;
