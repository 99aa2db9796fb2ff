package org.schoolcase.local;

import static org.schoolcase.local.DemoWorld.MULBERRY;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.schoolcase.local.MailServer.Mail;

/** What the others were told after the story: mails, notifications, audit trail, events. */
public final class Aftermath {
    private static final String MANAGER_EMAIL = "thandiwe.thistledown5@sample.example";

    private final Suite suite;
    private final Api api;
    private final Tokens tokens;
    private final Narrator narrator;
    /** Mails by address before the story: an inbox keeps its order, the server as a whole does not. */
    private final Map<String, Long> mailsBefore;

    Aftermath(Suite suite, Api api, Tokens tokens, Narrator narrator) {
        this.suite = suite;
        this.api = api;
        this.tokens = tokens;
        this.narrator = narrator;
        this.mailsBefore = suite.mails().received().stream()
                .flatMap(mail -> mail.to().stream())
                .collect(Collectors.groupingBy(address -> address, Collectors.counting()));
    }

    /** Who was told what: the mails of this story, the case manager's newest notification, trail and events. */
    public record Told(
            List<Mail> guardianMails,
            List<Mail> managerMails,
            JsonNode notification,
            List<JsonNode> auditEntries,
            List<JsonNode> events) {}

    Told prove(UUID student, UUID caseId, UUID referral, String guardianEmail) {
        narrator.step("The guardian and the case manager have a mail each, the guardian's in Spanish");
        Await.until(
                "a mail to the guardian and one to the case manager",
                Duration.ofSeconds(40),
                () -> !mailsTo(guardianEmail).isEmpty()
                        && !mailsTo(MANAGER_EMAIL).isEmpty());
        mailsTo(guardianEmail).forEach(this::tell);
        mailsTo(MANAGER_EMAIL).forEach(this::tell);
        return new Told(
                mailsTo(guardianEmail),
                mailsTo(MANAGER_EMAIL),
                notification(),
                auditTrail(student),
                events(List.of(student, caseId, referral)));
    }

    private JsonNode notification() {
        narrator.step("The case manager has a notification in the app");
        Api.Answer inbox = api.get(Service.NOTIFICATION, "/v1/inbox?limit=3", tokens.person(MULBERRY, "case-manager"));
        JsonNode newest = inbox.expect(200).body().path("items").path(0);
        narrator.shows(inbox, newest.toString());
        return newest;
    }

    private List<JsonNode> auditTrail(UUID student) {
        narrator.step("The audit trail shows who did what (asked by the auditor, newest first)");
        List<JsonNode> entries = new ArrayList<>();
        for (Service service : Service.values()) {
            Api.Answer answer = api.get(
                    service, "/v1/audit-entries?limit=100&studentId=" + student, tokens.person(MULBERRY, "auditor"));
            answer.expect(200).body().path("items").forEach(entries::add);
            narrator.shows(answer, service.module());
            answer.body()
                    .path("items")
                    .forEach(entry -> narrator.note("  %s  %-9s %-28s by %s"
                            .formatted(
                                    entry.path("at").asText(),
                                    entry.path("outcome").asText(),
                                    entry.path("action").asText(),
                                    entry.path("roles"))));
        }
        return entries;
    }

    private List<JsonNode> events(List<UUID> keys) {
        narrator.step("The event log shows each event once");
        List<JsonNode> events = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Service service : Service.values()) {
            for (UUID key : keys) {
                Api.Answer answer =
                        api.get(service, "/v1/events?limit=100&key=" + key, tokens.person(MULBERRY, "auditor"));
                answer.expect(200).body().path("items").forEach(event -> {
                    if (!ids.add(event.path("id").asText())) {
                        throw new LaunchException("an event stands twice in the log: " + event);
                    }
                    events.add(event);
                    narrator.note(event.path("type").asText() + " on "
                            + event.path("topic").asText());
                });
            }
        }
        return events;
    }

    private List<Mail> mailsTo(String address) {
        return suite.mails().to(address).stream()
                .skip(mailsBefore.getOrDefault(address, 0L))
                .toList();
    }

    private void tell(Mail mail) {
        narrator.note("mail to " + mail.to() + ": " + mail.subject() + " | " + mail.text());
    }
}
