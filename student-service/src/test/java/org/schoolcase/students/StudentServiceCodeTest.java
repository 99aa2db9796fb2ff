package org.schoolcase.students;

import org.schoolcase.kit.testing.CodeRules;

class StudentServiceCodeTest extends CodeRules {

    StudentServiceCodeTest() {
        super("org.schoolcase.students");
    }
}
