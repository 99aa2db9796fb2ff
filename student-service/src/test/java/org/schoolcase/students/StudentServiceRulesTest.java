package org.schoolcase.students;

import io.quarkus.test.junit.QuarkusTest;
import org.schoolcase.kit.testing.HouseRules;

@QuarkusTest
class StudentServiceRulesTest extends HouseRules {

    StudentServiceRulesTest() {
        super("student-service");
    }
}
