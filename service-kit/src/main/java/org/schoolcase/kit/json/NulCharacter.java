package org.schoolcase.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** A text holds U+0000, which PostgreSQL cannot store; the text itself is not kept. */
public final class NulCharacter extends InvalidFormatException {

    private static final long serialVersionUID = 1L;

    NulCharacter(JsonParser parser) {
        super(parser, "NUL character", null, String.class);
    }
}
