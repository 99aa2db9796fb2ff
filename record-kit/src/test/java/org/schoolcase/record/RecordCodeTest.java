package org.schoolcase.record;

import org.schoolcase.kit.testing.CodeRules;

class RecordCodeTest extends CodeRules {

    RecordCodeTest() {
        super("org.schoolcase.record");
    }
}
