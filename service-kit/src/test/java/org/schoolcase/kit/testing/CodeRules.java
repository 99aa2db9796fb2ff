package org.schoolcase.kit.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.schoolcase.kit.outbox.Event;

/** What the code of every service keeps to, read from its classes. Subclass it. */
public abstract class CodeRules {

    private static final Pattern VIEW = Pattern.compile("(?i)CREATE (?:OR REPLACE )?VIEW (\\w+)");
    private static final Pattern BEFORE = Pattern.compile("-- Defined before by (.+)\\.\\R");

    private final String root;
    private final JavaClasses production;

    /** Rules of all production classes below a package. */
    protected CodeRules(String rootPackage) {
        root = rootPackage;
        production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                .importPackages(rootPackage);
    }

    @TestFactory
    Stream<DynamicTest> keepsTheHouseRules() {
        return rules().entrySet().stream()
                .map(rule -> dynamicTest(
                        rule.getKey(),
                        () -> rule.getValue().allowEmptyShould(true).check(production)));
    }

    private Map<String, ArchRule> rules() {
        var rules = new LinkedHashMap<String, ArchRule>();
        rules.put(
                "features do not depend on each other in circles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("every endpoint says who may call it", endpoints().should().beAnnotatedWith(RolesAllowed.class));
        rules.put(
                "resources run on virtual threads",
                classes().that().areAnnotatedWith(Path.class).should().beAnnotatedWith(RunOnVirtualThread.class));
        rules.put(
                "events are records",
                classes()
                        .that()
                        .implement(Event.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .beRecords());
        rules.put(
                "entities have no setters",
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameNotMatching("set[A-Z].*"));
        rules.put("dependencies come through the constructor", fields().should().notBeAnnotatedWith(Inject.class));
        rules.put("only the Clock knows the time", onlyTheClockKnowsTheTime());
        rules.put(
                "names are the field's own",
                classes()
                        .should()
                        .haveSimpleNameNotEndingWith("Impl")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Dto")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Util")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Helper")
                        .andShould()
                        .haveSimpleNameNotEndingWith("Manager"));
        return rules;
    }

    private static com.tngtech.archunit.lang.syntax.elements.GivenMethodsConjunction endpoints() {
        return methods()
                .that()
                .areAnnotatedWith(GET.class)
                .or()
                .areAnnotatedWith(POST.class)
                .or()
                .areAnnotatedWith(PUT.class)
                .or()
                .areAnnotatedWith(PATCH.class)
                .or()
                .areAnnotatedWith(DELETE.class);
    }

    private static ArchRule onlyTheClockKnowsTheTime() {
        return noClasses()
                .that()
                .haveSimpleNameNotEndingWith("ClockProducer")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC");
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked = production.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> !p.getClasses().isEmpty() && !p.isAnnotatedWith(NullMarked.class))
                .map(p -> p.getName())
                .toList();

        assertThat(unmarked).isEmpty();
    }

    @Test
    void everyInputIsBounded() throws ClassNotFoundException {
        var unbounded = new ArrayList<String>();
        for (var resource :
                production.stream().filter(c -> c.isAnnotatedWith(Path.class)).toList()) {
            unbounded.addAll(InputBounds.unboundedIn(Class.forName(resource.getName())));
        }

        assertThat(unbounded).isEqualTo(List.of());
    }

    /** A versioned migration would win over a repeatable one in old databases, and lose in new ones. */
    @Test
    void aViewThatIsWrittenAnewHasOneSource() throws IOException {
        var sources = new TreeMap<String, List<java.nio.file.Path>>();
        for (var migration : migrations()) {
            VIEW.matcher(Files.readString(migration)).results().forEach(view -> sources.computeIfAbsent(
                            view.group(1), name -> new ArrayList<>())
                    .add(migration));
        }
        sources.values().removeIf(files -> files.size() == 1);

        for (var view : sources.entrySet()) {
            assertThat(versions(view.getValue()))
                    .as("the versioned migrations that the repeatable one of " + view.getKey()
                            + " says defined it before")
                    .isEqualTo(saidBy(view.getValue()));
        }
    }

    private static Set<String> versions(List<java.nio.file.Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.startsWith("V"))
                .map(name -> name.substring(0, name.indexOf("__")))
                .collect(Collectors.toSet());
    }

    private static Set<String> saidBy(List<java.nio.file.Path> files) throws IOException {
        var said = new HashSet<String>();
        for (var file : files) {
            var before = file.getFileName().toString().startsWith("R__")
                    ? BEFORE.matcher(Files.readString(file)).results()
                    : Stream.<MatchResult>empty();
            before.forEach(line -> said.addAll(List.of(line.group(1).split(", "))));
        }
        return said;
    }

    private static List<java.nio.file.Path> migrations() throws IOException {
        var folder = java.nio.file.Path.of("src/main/resources/db");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
