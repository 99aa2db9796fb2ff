package org.schoolcase.notifications;

import org.schoolcase.kit.testing.CodeRules;

class NotificationCodeTest extends CodeRules {

    NotificationCodeTest() {
        super("org.schoolcase.notifications");
    }
}
