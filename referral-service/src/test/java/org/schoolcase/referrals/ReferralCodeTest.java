package org.schoolcase.referrals;

import org.schoolcase.kit.testing.CodeRules;

class ReferralCodeTest extends CodeRules {

    ReferralCodeTest() {
        super("org.schoolcase.referrals");
    }
}
