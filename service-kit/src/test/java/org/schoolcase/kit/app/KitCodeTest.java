package org.schoolcase.kit.app;

import org.schoolcase.kit.testing.CodeRules;

class KitCodeTest extends CodeRules {

    KitCodeTest() {
        super("org.schoolcase.kit");
    }
}
