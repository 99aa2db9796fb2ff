package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A form definition without a fault. */
public final class Definition {

    private final ObjectNode tree;
    private final AnswerForm form;

    private Definition(ObjectNode tree) {
        this.tree = tree;
        this.form = AnswerForm.of(tree.path("schema"));
    }

    /** Every fault of a document that wants to be a definition. */
    public static List<Fault> faultsOf(JsonNode document) {
        return DefinitionRules.faultsOf(document);
    }

    /** A definition that was found without fault when it was stored. */
    public static Definition of(ObjectNode faultless) {
        return new Definition(faultless);
    }

    /** The whole document. */
    public ObjectNode tree() {
        return tree.deepCopy();
    }

    public AnswerForm form() {
        return form;
    }

    public InstrumentKind kind() {
        return InstrumentKind.valueOf(tree.path("kind").asText());
    }

    public JsonNode title() {
        return tree.path("title");
    }

    /** Whether an instrument can be used for a purpose before anybody has consented. */
    public boolean needsConsentFor(Purpose purpose) {
        return texts(tree.path("consentFreeFor")).noneMatch(purpose.name()::equals);
    }

    public Set<ProtectedTopic> protectedTopics() {
        var topics = EnumSet.noneOf(ProtectedTopic.class);
        texts(tree.path("protectedTopics")).map(ProtectedTopic::valueOf).forEach(topics::add);
        return topics;
    }

    /** Whether its items are kept secret, so that families look at the answers at the school. */
    public boolean isProtectedTest() {
        return tree.path("protectedTest").asBoolean(false);
    }

    /** The fields that a section shows; nothing when there is no such section. */
    public Optional<Set<String>> fieldsOf(String section) {
        return StreamSupport.stream(tree.path("layout").path("sections").spliterator(), false)
                .filter(it -> it.path("key").asText().equals(section))
                .findFirst()
                .map(Definition::names);
    }

    /** What the scales of the definition add up to. */
    public List<ScaleTotal> totals(JsonNode answers) {
        return StreamSupport.stream(tree.path("scoring").path("scales").spliterator(), false)
                .map(scale -> ScaleTotal.of(scale, answers))
                .toList();
    }

    private static Set<String> names(JsonNode section) {
        var names = new LinkedHashSet<String>();
        section.path("fields").forEach(field -> names.add(field.path("name").asText()));
        return names;
    }

    private static java.util.stream.Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
