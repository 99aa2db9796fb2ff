package org.schoolcase.notifications.template;

import java.util.List;

/** A written notification: a subject or title, the text, and the template it came from. */
public record Text(String kind, String language, String version, String subject, String body) {

    /** The parts of the text between blank lines. */
    List<String> paragraphs() {
        return List.of(body.split("\n\n"));
    }

    /** Kind and version of the template, for the ledger. */
    public String template() {
        return kind + "@" + version;
    }
}
