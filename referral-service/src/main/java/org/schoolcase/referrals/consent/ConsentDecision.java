package org.schoolcase.referrals.consent;

/** What the signer decided. */
enum ConsentDecision {
    GIVEN,
    REFUSED
}
