package org.schoolcase.cases;

import org.schoolcase.kit.testing.CodeRules;

/** The house rules, for the code of this service. */
class CaseServiceCodeTest extends CodeRules {

    CaseServiceCodeTest() {
        super("org.schoolcase.cases");
    }
}
