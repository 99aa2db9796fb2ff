package org.schoolcase.cases;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.schoolcase.kit.testing.HouseRules;
import org.schoolcase.kit.testing.PostgresResource;

/** The house rules, for the running service: its contract, its access matrix, its tables. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class CaseServiceRulesTest extends HouseRules {

    CaseServiceRulesTest() {
        super("case-service");
    }
}
