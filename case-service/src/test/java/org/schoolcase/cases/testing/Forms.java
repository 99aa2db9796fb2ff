package org.schoolcase.cases.testing;

/** Definitions that a district writes itself. */
public final class Forms {

    private Forms() {}

    /** An interview with one question, for intake without consent. */
    public static String interview(String question) {
        return """
                {"title": {"en": "Homework talk"}, "description": {"en": "Five minutes."}, "kind": "INTERVIEW",
                 "respondent": "STUDENT", "languages": ["en"], "consentFreeFor": ["INTAKE"],
                 "schema": {"type": "object", "additionalProperties": false, "required": ["hours"],
                   "properties": {"hours": {"type": "integer", "minimum": 0, "maximum": 40}}},
                 "layout": {"sections": [{"key": "time", "title": {"en": "Time"}, "fields": [
                   {"name": "hours", "label": {"en": "%s"}, "widget": "NUMBER"}]}]}}""".formatted(question);
    }

    /** A test whose items are kept secret, in two sections. */
    public static String secretTest() {
        return """
                {"title": {"en": "Number test"}, "description": {"en": "Two items."}, "kind": "ASSESSMENT",
                 "respondent": "EXAMINER", "languages": ["en"], "protectedTest": true,
                 "schema": {"type": "object", "additionalProperties": false, "required": ["first", "second"],
                   "properties": {"first": {"type": "integer", "minimum": 0, "maximum": 9},
                                  "second": {"type": "string", "maxLength": 50}}},
                 "layout": {"sections": [
                   {"key": "one", "title": {"en": "One"}, "fields": [
                     {"name": "first", "label": {"en": "7 and 2"}, "widget": "NUMBER"}]},
                   {"key": "two", "title": {"en": "Two"}, "fields": [
                     {"name": "second", "label": {"en": "Say it"}, "widget": "TEXT"}]}]},
                 "scoring": {"description": {"en": "Right or wrong."},
                   "scales": [{"key": "sum", "label": {"en": "Sum"}, "items": ["first"]}]}}""";
    }
}
