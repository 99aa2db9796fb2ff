package org.schoolcase.cases.instrument.definition;

/**
 * One fault in a document: where it is, as a JSON pointer (RFC 6901), and what is wrong; never the value that stood there.
 */
public record Fault(String pointer, String code, String detail) {

    /** The same fault, seen from the document that this one is a part of. */
    public Fault under(String parent) {
        return new Fault(parent + pointer, code, detail);
    }

    /** A fault of a field at the top of a document. */
    public static Fault at(String field, String code, String detail) {
        return new Fault(step(field), code, detail);
    }

    /** A field name as a step of a JSON pointer. */
    static String step(String name) {
        var bounded = name.length() > 100 ? name.substring(0, 100) : name;
        return "/" + bounded.replace("~", "~0").replace("/", "~1");
    }
}
