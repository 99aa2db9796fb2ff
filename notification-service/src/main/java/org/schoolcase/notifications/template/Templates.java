package org.schoolcase.notifications.template;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.rule.Channel;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.rule.Rules;

/**
 * Writes notifications from the files {@code templates/notifications/<kind>/<channel>_<language>.txt}: the first line is
 * the subject, paragraphs follow between blank lines. The HTML part of a mail is made of the same text.
 */
@ApplicationScoped
public class Templates {

    private static final String FOLDER = "notifications/";

    private final Engine engine;
    private final Rules rules;
    private final Map<String, String> versions = new ConcurrentHashMap<>();

    Templates(Engine engine, Rules rules) {
        this.engine = engine;
        this.rules = rules;
    }

    /** Refuses to start when a rule has no template in one of the languages, or one that cannot be written. */
    void check(@Observes StartupEvent start) {
        for (var rule : rules.all()) {
            rule.kinds().forEach(kind -> rule.channels().forEach(channel -> check(kind, channel)));
        }
    }

    private void check(String kind, Channel channel) {
        Languages.WRITTEN.forEach(language -> write(kind, channel, language, Words.sample("A district")));
    }

    /** Writes one notification. An unknown kind is an error of the program: rules and templates are checked at start. */
    public Text write(String kind, Channel channel, String language, Words words) {
        var name = name(kind, channel, language);
        var written = template(name).data(values(words, language)).render().strip();
        var end = written.indexOf("\n\n");
        if (end < 0 || written.lastIndexOf('\n', end - 1) >= 0) {
            throw new IllegalStateException("The first line is no subject: " + name);
        }
        return new Text(kind, language, version(name), written.substring(0, end), written.substring(end + 2));
    }

    /** The HTML part of a mail; every value in it is escaped. */
    public String html(Text text) {
        return template(FOLDER + "layout.html")
                .data("language", text.language(), "subject", text.subject(), "paragraphs", text.paragraphs())
                .render();
    }

    /** Content hash of the template, so that the ledger can say with which wording a message was written. */
    String version(String kind, Channel channel, String language) {
        return version(name(kind, channel, language));
    }

    boolean exists(String kind, Channel channel) {
        return rules.all().stream()
                .anyMatch(rule -> rule.kinds().contains(kind) && rule.channels().contains(channel));
    }

    List<Rule> rules() {
        return rules.all();
    }

    private Template template(String name) {
        var template = engine.getTemplate(name);
        if (template == null) {
            throw new IllegalStateException("There is no template " + name);
        }
        return template;
    }

    private String version(String name) {
        return versions.computeIfAbsent(name, Templates::hash);
    }

    private static Map<String, Object> values(Words words, String language) {
        var values = new HashMap<String, Object>();
        values.put("recipient", words.recipient());
        values.put("firstName", words.firstName());
        values.put("initials", words.initials());
        values.put("agency", words.agency());
        values.put("district", words.district());
        values.put("occurredOn", date(words.occurredOn(), language));
        values.put("dueOn", date(words.dueOn(), language));
        return values;
    }

    private static String date(@Nullable LocalDate date, String language) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(Languages.locale(language))
                        .format(date);
    }

    private static String name(String kind, Channel channel, String language) {
        return FOLDER + kind + "/" + channel.slug() + "_" + language + ".txt";
    }

    private static String hash(String name) {
        try (InputStream file = Templates.class.getResourceAsStream("/templates/" + name)) {
            if (file == null) {
                throw new IllegalStateException("There is no template " + name);
            }
            return DigestUtils.sha256Hex(file).substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
