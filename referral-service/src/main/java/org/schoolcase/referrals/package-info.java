/** Referral service: agencies, consent to disclose, and referrals between a district and an agency. */
@NullMarked
package org.schoolcase.referrals;

import org.jspecify.annotations.NullMarked;
