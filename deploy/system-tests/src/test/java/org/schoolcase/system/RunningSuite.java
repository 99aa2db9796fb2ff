package org.schoolcase.system;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.schoolcase.local.Api;
import org.schoolcase.local.DemoData;
import org.schoolcase.local.Suite;
import org.schoolcase.local.SuiteOptions;
import org.schoolcase.local.Tokens;

/** Starts the suite once for all system tests, on free ports, with the demo districts; gives tests a {@link World}. */
class RunningSuite implements ParameterResolver {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Namespace HERE = Namespace.create(RunningSuite.class);

    private record Running(Suite suite, World world) implements AutoCloseable {
        @Override
        public void close() {
            suite.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == World.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(World.class, _ -> start(), Running.class)
                .world();
    }

    private static Running start() {
        var options = SuiteOptions.isolated(
                Path.of(System.getProperty("schoolcase.root")), Path.of(System.getProperty("schoolcase.state")));
        Suite.forget(options);
        var suite = Suite.start(options);
        try {
            var api = new Api(suite);
            var tokens = new Tokens(suite);
            new DemoData(suite, api, tokens).load();
            return new Running(suite, new World(suite, api, tokens));
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
    }
}
