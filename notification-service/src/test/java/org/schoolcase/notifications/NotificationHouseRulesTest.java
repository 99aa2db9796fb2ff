package org.schoolcase.notifications;

import io.quarkus.test.junit.QuarkusTest;
import org.schoolcase.kit.testing.HouseRules;

@QuarkusTest
class NotificationHouseRulesTest extends HouseRules {

    NotificationHouseRulesTest() {
        super("notification-service");
    }
}
