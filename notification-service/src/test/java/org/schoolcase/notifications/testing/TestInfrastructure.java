package org.schoolcase.notifications.testing;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.schoolcase.kit.testing.PostgresResource;

/** Starts a real PostgreSQL and a real mail server once for all component tests. */
@WithTestResource(
        value = PostgresResource.class,
        initArgs = @ResourceArg(name = "service", value = "notification"),
        scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SmtpServer.class, scope = TestResourceScope.GLOBAL)
final class TestInfrastructure {

    private TestInfrastructure() {}
}
