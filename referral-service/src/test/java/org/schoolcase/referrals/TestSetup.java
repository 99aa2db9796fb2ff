package org.schoolcase.referrals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.schoolcase.kit.testing.PostgresResource;

/** One PostgreSQL for all component tests of this service. */
@WithTestResource(
        value = PostgresResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "referral"))
final class TestSetup {
    private TestSetup() {}
}
