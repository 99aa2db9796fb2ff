/** The agency's side of a referral: exactly what was agreed, read through the consent in force. */
@NullMarked
package org.schoolcase.referrals.partner;

import org.jspecify.annotations.NullMarked;
