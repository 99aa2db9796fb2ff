/** Referrals to agencies: the states, their steps, and the school's side. */
@NullMarked
package org.schoolcase.referrals.referral;

import org.jspecify.annotations.NullMarked;
