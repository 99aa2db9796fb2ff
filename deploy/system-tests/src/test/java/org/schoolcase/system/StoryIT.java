package org.schoolcase.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.schoolcase.local.Story;

/** The path of the README, over HTTP with tokens of Keycloak, each step by the right role. */
@ExtendWith(RunningSuite.class)
class StoryIT {

    @Test
    void leadsFromARosterToAnAgencyAndAMail(World world) {
        var result = new Story(world.suite(), System.out).run();

        assertThat(result.importReport().path("state").asText()).startsWith("COMPLETED");
        assertDeadline(world, result.deadlines());
        assertAgencyView(result.agencyView());
        assertThat(result.told().guardianMails()).isNotEmpty().allSatisfy(mail -> assertThat(mail.to())
                .hasSize(1));
        assertThat(result.told().guardianMails())
                .anySatisfy(mail -> assertThat(mail.text()).containsIgnoringCase("estimad"));
        assertThat(result.told().managerMails()).isNotEmpty();
        assertThat(result.told().notification().path("kind").asText()).isNotEmpty();
        assertThat(actions(result.told().auditEntries()))
                .contains("case.open", "DONE")
                .contains("DISCLOSED", "SHOWN");
        assertThat(result.told().events())
                .extracting(event -> event.path("type").asText())
                .contains(
                        "org.schoolcase.case.opened.v1",
                        "org.schoolcase.case.consent-recorded.v1",
                        "org.schoolcase.case.deadline-set.v1",
                        "org.schoolcase.referral.sent.v1",
                        "org.schoolcase.referral.accepted.v1");
    }

    private static void assertDeadline(World world, JsonNode deadlines) {
        var items = deadlines.has("items") ? deadlines.path("items") : deadlines;
        assertThat(items).hasSize(1);
        var deadline = items.path(0);
        assertThat(deadline.path("dueOn").asText())
                .isEqualTo(LocalDate.parse(world.today()).plusDays(60).toString());
        assertThat(deadline.path("citation").asText()).isNotEmpty();
        var counted = StreamSupport.stream(deadline.path("trace").spliterator(), false)
                .filter(range -> range.path("counted").asBoolean())
                .mapToInt(range -> range.path("count").asInt(range.path("days").asInt()))
                .sum();
        assertThat(counted)
                .as("the trace recounts to 60 in " + deadline.path("trace"))
                .isEqualTo(60);
    }

    private static void assertAgencyView(JsonNode view) {
        assertThat(view.path("student").properties())
                .extracting(Map.Entry::getKey)
                .contains("name", "language", "guardianContacts", "reason")
                .isSubsetOf("name", "grade", "language", "guardianContacts", "reason");
        assertThat(view.path("student").path("guardianContacts"))
                .singleElement()
                .extracting(guardian -> guardian.path("email").asText())
                .isEqualTo("marisol.pumpernickel@sample.example");
    }

    private static List<String> actions(List<JsonNode> entries) {
        return entries.stream()
                .flatMap(entry -> List.of(
                        entry.path("action").asText(), entry.path("outcome").asText())
                        .stream())
                .toList();
    }
}
