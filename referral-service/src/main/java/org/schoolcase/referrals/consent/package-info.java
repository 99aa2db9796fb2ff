/** Consent to disclose a student's data to an agency, 34 CFR 99.30. */
@NullMarked
package org.schoolcase.referrals.consent;

import org.jspecify.annotations.NullMarked;
