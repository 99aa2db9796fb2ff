package org.schoolcase.students.privacy.archive;

import com.fasterxml.jackson.databind.JsonNode;

/** What is left out of a row before it leaves the house. */
public interface Redaction {

    /** Nothing is. */
    Redaction NONE = new Redaction() {
        @Override
        public JsonNode apply(String service, String kind, JsonNode row) {
            return row;
        }

        @Override
        public long names() {
            return 0;
        }
    };

    /** The row without it; the same row where nothing is to be left out. */
    JsonNode apply(String service, String kind, JsonNode row);

    /** How many names are left out by decision of the custodian. */
    long names();
}
