package org.schoolcase.referrals;

import io.quarkus.test.junit.QuarkusTest;
import org.schoolcase.kit.testing.HouseRules;

@QuarkusTest
class ReferralHouseRulesTest extends HouseRules {

    ReferralHouseRulesTest() {
        super("referral-service");
    }
}
