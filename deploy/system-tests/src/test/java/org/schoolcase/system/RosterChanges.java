package org.schoolcase.system;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A delta package made of the rows of a demo roster: what changes, ends, comes back or is new. */
final class RosterChanges {

    private static final String MODIFIED = "dateLastModified";

    private final RosterFiles demo;
    private final RosterFiles delta = RosterFiles.delta();
    private final String now;

    /**
     * @param demo the rows as they are before the changes
     * @param now when the sender changed everything
     */
    RosterChanges(RosterFiles demo, Instant now) {
        this.demo = demo;
        this.now = now.toString();
    }

    byte[] zip() {
        return delta.zip();
    }

    /** Fills every column that the standard has for users, by the user's number. */
    RosterChanges fillUsers(List<String> ids, List<String> agents) {
        for (var row : rows("users", "sourcedId", ids)) {
            var name = ids.indexOf(row.get("sourcedId"));
            var user = user(row);
            user.put("enabledUser", String.valueOf(name % 7 != 0));
            user.put("userIds", "{LDAP:dir-%d},{LTI:a:%d}".formatted(name, name));
            user.put("givenName", "Zoë-" + row.get("givenName"));
            user.put("familyName", "O'" + row.get("familyName"));
            user.put("middleName", "de la \"Luz\", " + name);
            user.put("identifier", "ID-" + name);
            user.put("email", "changed.%d@sample.example".formatted(name));
            user.put("sms", "+1 602 555 %04d".formatted(name));
            user.put("phone", "602-555-%04d".formatted(name));
            user.put("agentSourcedIds", String.join(",", agents));
            user.put("grades", "09,10");
            user.put("userMasterIdentifier", "master-" + name);
            user.put("preferredGivenName", "Zo");
            user.put("preferredMiddleName", "L.");
            user.put("preferredFamilyName", "Luz");
            user.put("primaryOrgSourcedId", String.valueOf(row.get("orgSourcedIds")));
            user.put("pronouns", "they/them, ze");
            user.put("metadata.house", "owl, \"barn\"");
            delta.add("users", user);
        }
        return this;
    }

    /** New people with a role each. */
    RosterChanges addPeople(Collection<String> ids, String role, String org) {
        for (var id : ids) {
            var user = user(Map.of("sourcedId", id, "enabledUser", "true", "username", id));
            user.put("givenName", "Pat");
            user.put("familyName", "Parentworth");
            delta.add("users", user);
            addRole(id, role, "primary", org);
        }
        return this;
    }

    RosterChanges addRole(String user, String role, String type, String org) {
        delta.add("roles", role(user, role, type, org, "active"));
        return this;
    }

    RosterChanges endRole(String user, String role, String type, String org) {
        delta.add("roles", role(user, role, type, org, "tobedeleted"));
        return this;
    }

    /** Ends people, their demographics and enrollments. */
    RosterChanges end(Collection<String> users) {
        return people(users, "tobedeleted");
    }

    /** People who had ended come back as they were, with what was said about them. */
    RosterChanges revive(Collection<String> users) {
        people(users, "active");
        rows("users", "sourcedId", users)
                .forEach(row -> addRole(
                        String.valueOf(row.get("sourcedId")),
                        "student",
                        "primary",
                        String.valueOf(row.get("orgSourcedIds"))));
        return this;
    }

    private RosterChanges people(Collection<String> users, String status) {
        for (var row : rows("users", "sourcedId", users)) {
            var user = user(row);
            user.put("status", status);
            delta.add("users", user);
        }
        for (var file : List.of("demographics", "enrollments")) {
            var column = file.equals("enrollments") ? "userSourcedId" : "sourcedId";
            rows(file, column, users).forEach(row -> delta.add(file, stamped(row, status)));
        }
        return this;
    }

    /** Changes the first rows of a file; a column that is named gets that value. */
    RosterChanges change(String file, int count, Map<String, String> values) {
        demo.rows(file).stream().limit(count).forEach(row -> {
            var changed = stamped(row, "active");
            changed.putAll(values);
            delta.add(file, changed);
        });
        return this;
    }

    /** As {@link #change}, with a text of the row's own that has what CSV finds hard. */
    RosterChanges rename(String file, int count, String column, Map<String, String> values) {
        demo.rows(file).stream().limit(count).forEach(row -> {
            var changed = stamped(row, "active");
            changed.putAll(values);
            changed.put(column, "%s, \"%s\" & Ñandú".formatted(row.get(column), row.get("sourcedId")));
            delta.add(file, changed);
        });
        return this;
    }

    /** A new row like the first one of a file. */
    RosterChanges addLike(String file, UnaryOperator<Map<String, String>> changes) {
        delta.add(file, changes.apply(stamped(demo.rows(file).getFirst(), "active")));
        return this;
    }

    private List<Map<String, String>> rows(String file, String column, Collection<String> wanted) {
        var ids = Set.copyOf(wanted);
        return demo.rows(file).stream()
                .filter(row -> ids.contains(String.valueOf(row.get(column))))
                .toList();
    }

    private Map<String, String> stamped(Map<String, String> row, String status) {
        var changed = new LinkedHashMap<>(row);
        changed.put("status", status);
        changed.put(MODIFIED, now);
        return changed;
    }

    /** A row of OneRoster 1.1 with the columns of 1.2 and one extension. */
    private Map<String, String> user(Map<String, String> row) {
        var user = new LinkedHashMap<String, String>();
        for (var column : List.of(
                "sourcedId",
                "status",
                MODIFIED,
                "enabledUser",
                "username",
                "userIds",
                "givenName",
                "familyName",
                "middleName",
                "identifier",
                "email",
                "sms",
                "phone",
                "agentSourcedIds",
                "grades",
                "password",
                "userMasterIdentifier",
                "preferredGivenName",
                "preferredMiddleName",
                "preferredFamilyName",
                "primaryOrgSourcedId",
                "pronouns",
                "metadata.house")) {
            user.put(column, row.getOrDefault(column, ""));
        }
        user.put("status", "active");
        user.put(MODIFIED, now);
        return user;
    }

    private Map<String, String> role(String user, String role, String type, String org, String status) {
        var row = new LinkedHashMap<String, String>();
        row.put("sourcedId", String.join("-", user, role, type));
        row.put("status", status);
        row.put(MODIFIED, now);
        row.put("userSourcedId", user);
        row.put("roleType", type);
        row.put("role", role);
        row.put("beginDate", "2026-08-20");
        row.put("endDate", "2027-06-01");
        row.put("orgSourcedId", org);
        row.put("userProfileSourcedId", "");
        return row;
    }
}
