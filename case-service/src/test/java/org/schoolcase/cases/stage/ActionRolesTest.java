package org.schoolcase.cases.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.schoolcase.cases.action.CaseAction;
import org.schoolcase.kit.testing.AccessMatrix;
import org.schoolcase.kit.testing.PostgresResource;

/** What the list of actions says about roles is what the access matrix says, which is what the service does. */
@QuarkusTest
@WithTestResource(value = PostgresResource.class, initArgs = @ResourceArg(name = "service", value = "case"))
class ActionRolesTest {

    @Inject
    @Any
    Instance<CaseAction> actions;

    @Test
    void everyActionHasTheRolesOfItsRowInTheAccessMatrix() {
        var rows = AccessMatrix.of("case-service");
        assertThat(actions).hasSizeGreaterThan(10);
        for (var action : actions) {
            var id = UUID.randomUUID();
            var link = action.link(id);
            var path = link.href().replace(id.toString(), "{caseId}");

            assertThat(rows)
                    .as(action.name())
                    .filteredOn(row ->
                            row.method().equals(link.method()) && row.path().equals(path))
                    .singleElement()
                    .extracting(AccessMatrix.Row::roles)
                    .isEqualTo(action.roles());
        }
    }
}
