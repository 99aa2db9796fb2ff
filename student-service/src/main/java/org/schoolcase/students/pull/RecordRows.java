package org.schoolcase.students.pull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Makes rows of records as other systems send them, tolerant of their habits; what it had to change it counts. */
final class RecordRows {

    /** A row: the standard cells, and extensions by name. */
    record Row(List<String> cells, Map<String, String> metadata) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EXTENSIONS = 50;

    private final boolean full;
    private final Map<String, Long> findings = new TreeMap<>();

    RecordRows(boolean full) {
        this.full = full;
    }

    /** How often each thing was met. */
    Map<String, Long> findings() {
        return findings;
    }

    /** Rows of each file that the records of one page make; in a bulk package ended records have no place. */
    Map<PulledFile, List<Row>> rows(PulledFile file, Iterable<JsonNode> records) {
        var own = new ArrayList<Row>();
        var roles = new ArrayList<Row>();
        for (var record : records) {
            if (record.path("sourcedId").asText().isEmpty()) {
                found("record.without-sourced-id");
            } else if (!full || !isEnded(record)) {
                own.add(row(file, record));
                roles(record, roles);
            }
        }
        var rows = new LinkedHashMap<PulledFile, List<Row>>();
        rows.put(file, own);
        if (file == PulledFile.USERS) {
            rows.put(PulledFile.ROLES, roles);
        }
        return rows;
    }

    private static boolean isEnded(JsonNode record) {
        return record.path("status").asText().equalsIgnoreCase("tobedeleted");
    }

    private void roles(JsonNode user, List<Row> roles) {
        var alike = new HashMap<String, Integer>();
        for (var role : user.path("roles")) {
            var own = (ObjectNode) role.deepCopy();
            own.put("userSourcedId", user.path("sourcedId").asText());
            own.put("sourcedId", roleId(own, alike));
            own.set("status", user.path("status"));
            own.set("dateLastModified", user.path("dateLastModified"));
            roles.add(row(PulledFile.ROLES, own));
        }
    }

    /** Roles have no id on the wire; the same role of the same person always gets the same, a second one its number. */
    private static String roleId(JsonNode role, Map<String, Integer> alike) {
        var name = String.join(
                "|",
                role.path("userSourcedId").asText(),
                role.path("roleType").asText(),
                role.path("role").asText(),
                role.path("org").path("sourcedId").asText());
        int number = alike.merge(name, 1, Integer::sum);
        var own = number == 1 ? name : name + "|" + number;
        return UUID.nameUUIDFromBytes(own.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Row row(PulledFile file, JsonNode record) {
        var cells = new ArrayList<String>();
        cells.add(text(record.path("sourcedId")));
        cells.add(full ? "" : status(record));
        cells.add(full ? "" : text(record.path("dateLastModified")));
        file.columns().forEach(column -> cells.add(cell(column, record)));
        return new Row(cells, metadata(record.path("metadata")));
    }

    private static String status(JsonNode record) {
        return isEnded(record) ? "tobedeleted" : "active";
    }

    private String cell(String column, JsonNode record) {
        if (column.startsWith("-")) {
            return "";
        }
        if (column.equals("userIds")) {
            return userIds(record.path(column));
        }
        int list = column.indexOf("<<");
        if (list > 0) {
            return sourcedIds(record.path(column.substring(list + 2)));
        }
        int reference = column.indexOf('<');
        if (reference > 0) {
            return text(record.path(column.substring(reference + 1)).path("sourcedId"));
        }
        int choice = column.indexOf('=');
        return choice > 0 ? first(column.substring(choice + 1), record) : value(record.path(column));
    }

    private String first(String names, JsonNode record) {
        var wanted = names.split("\\|", -1);
        for (var name : wanted) {
            var value = value(record.path(name));
            if (!value.isEmpty()) {
                if (!name.equals(wanted[0])) {
                    found("field.taken-from-" + name);
                }
                return value;
            }
        }
        return "";
    }

    private String value(JsonNode value) {
        if (!value.isArray()) {
            return text(value);
        }
        var parts = new ArrayList<String>();
        value.forEach(part -> parts.add(element(part)));
        return String.join(",", parts);
    }

    private String element(JsonNode value) {
        var text = text(value);
        if (text.indexOf(',') >= 0) {
            found("value.comma-in-list");
        }
        return text.replace(',', ' ');
    }

    private String sourcedIds(JsonNode references) {
        var ids = new ArrayList<String>();
        references.forEach(reference -> ids.add(text(reference.path("sourcedId"))));
        return String.join(",", ids);
    }

    private String userIds(JsonNode userIds) {
        var ids = new ArrayList<String>();
        userIds.forEach(id -> ids.add("{" + element(id.path("type")) + ":" + element(id.path("identifier")) + "}"));
        return String.join(",", ids);
    }

    private Map<String, String> metadata(JsonNode metadata) {
        var extensions = new TreeMap<String, String>();
        for (var property : metadata.properties()) {
            boolean good = property.getKey().matches("[A-Za-z0-9_.\\-]{1,100}") && extensions.size() < EXTENSIONS;
            if (good) {
                extensions.put(property.getKey(), text(property.getValue()));
            } else {
                found("metadata.left-out");
            }
        }
        return extensions;
    }

    /** CSV of OneRoster has no line breaks in cells. */
    private String text(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        var text = value.isValueNode() ? value.asText() : value.toString();
        if (text.chars().noneMatch(Character::isISOControl)) {
            return text;
        }
        found("value.control-character");
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void found(String code) {
        findings.merge(code, 1L, Long::sum);
    }

    /** One JSON line per row. */
    static String lines(List<Row> rows) {
        var lines = new StringBuilder();
        for (var row : rows) {
            lines.append(JSON.valueToTree(row).toString()).append('\n');
        }
        return lines.toString();
    }

    static Row row(String line) {
        try {
            return JSON.readValue(line, Row.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException("A stored row cannot be read", e);
        }
    }
}
