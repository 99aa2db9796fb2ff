package org.schoolcase.cases.instrument.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** JSON that can be stored and looked through: of bounded size and depth, without NUL, its numbers finite. */
public final class PlainJson {

    private static final int DEEPEST = 24;
    private static final int LONGEST_NUMBER = 40;

    private final int mostNodes;
    private final List<Fault> faults = new ArrayList<>();
    private int nodes;

    private PlainJson(int mostNodes) {
        this.mostNodes = mostNodes;
    }

    /** The first fault that makes a document unfit to be looked at further; none when it is plain. */
    public static List<Fault> faultsOf(JsonNode document, int mostCharacters, int mostNodes) {
        var plain = new PlainJson(mostNodes);
        plain.walk(document, "", 0);
        if (plain.faults.isEmpty() && document.toString().length() > mostCharacters) {
            plain.fault("", "too-large", "At most %d characters.".formatted(mostCharacters));
        }
        return plain.faults;
    }

    private void walk(JsonNode node, String pointer, int depth) {
        nodes++;
        if (!faults.isEmpty()) {
            return;
        }
        if (nodes > mostNodes) {
            fault("", "too-large", "At most %d values.".formatted(mostNodes));
        } else if (depth > DEEPEST) {
            fault(pointer, "too-deep", "At most %d levels.".formatted(DEEPEST));
        } else if (node.isTextual() && node.textValue().indexOf('\0') >= 0) {
            fault(pointer, "nul", "A NUL character is in the text.");
        } else if (node.isNumber() && !isPlainNumber(node)) {
            fault(pointer, "number", "Not a number of ordinary size.");
        } else {
            inside(node, pointer, depth);
        }
    }

    private void inside(JsonNode node, String pointer, int depth) {
        for (var field : node.properties()) {
            if (field.getKey().indexOf('\0') >= 0) {
                fault(pointer, "nul", "A NUL character is in the name of a field.");
                return;
            }
            walk(field.getValue(), pointer + Fault.step(field.getKey()), depth + 1);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(node.get(i), pointer + "/" + i, depth + 1);
            }
        }
    }

    private static boolean isPlainNumber(JsonNode number) {
        return Double.isFinite(number.doubleValue())
                && Math.abs(number.doubleValue()) < 1e15
                && number.asText().length() <= LONGEST_NUMBER;
    }

    private void fault(String pointer, String code, String detail) {
        faults.add(new Fault(pointer, code, detail));
    }
}
