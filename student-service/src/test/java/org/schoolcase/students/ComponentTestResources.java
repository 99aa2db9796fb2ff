package org.schoolcase.students;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import org.schoolcase.kit.testing.PostgresResource;

/** Gives all component tests of this service one real PostgreSQL. */
@WithTestResource(
        value = PostgresResource.class,
        scope = TestResourceScope.GLOBAL,
        initArgs = @ResourceArg(name = "service", value = "student"))
final class ComponentTestResources {

    private ComponentTestResources() {}
}
