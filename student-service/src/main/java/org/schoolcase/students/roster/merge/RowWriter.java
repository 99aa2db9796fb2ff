package org.schoolcase.students.roster.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Column;
import org.schoolcase.students.roster.oneroster.RosterFile;

/** Writes the new and changed rows of a chunk, and notes in the same transaction whom they concern. */
final class RowWriter {

    private final DistrictSession session;
    private final TouchedUsers touched;
    private final RosterFile file;
    private final MergeSql sql;
    private final StageRows stage;
    private final List<String> columns;
    private final boolean wasEmpty;
    private final Set<UUID> people = new HashSet<>();
    private final Set<UUID> classes = new HashSet<>();

    /** In a table that was empty every student of a class is noted for his own enrollment. */
    RowWriter(ImportContext context, RosterFile file, boolean wasEmpty) throws SQLException {
        this.session = context.session();
        this.touched = context.touched();
        this.file = file;
        this.sql = new MergeSql(file);
        this.stage = new StageRows(file);
        this.columns = file.kept().stream().map(Column::name).toList();
        this.wasEmpty = wasEmpty;
        session.update(sql.createStage());
    }

    void write(List<CheckedRow> added, List<CheckedRow> changed) throws SQLException {
        session.copy(sql.copy(), stage.of(added, changed));
        if (!added.isEmpty()) {
            session.update(sql.insert());
        }
        if (!changed.isEmpty()) {
            session.query(sql.update(), this::concerned);
        }
        added.forEach(this::concerned);
        changed.forEach(this::concerned);
        note();
    }

    /** Ends those of the records that are active; answers how many were. */
    int end(Collection<UUID> ids) throws SQLException {
        var ended = new int[1];
        session.query(
                sql.end(),
                row -> {
                    ended[0]++;
                    concerned(row);
                },
                DistrictSession.array(ids));
        note();
        return ended[0];
    }

    void close() throws SQLException {
        session.update(sql.dropStage());
    }

    private void note() throws SQLException {
        touched.note(people);
        if (!wasEmpty) {
            touched.noteStudentsOf(classes);
        }
        people.clear();
        classes.clear();
    }

    private void concerned(ResultSet row) throws SQLException {
        var person = row.getObject(1, UUID.class);
        if (person != null) {
            people.add(person);
        }
        var taught = row.getObject(2, UUID.class);
        if (taught != null) {
            classes.add(taught);
        }
    }

    private void concerned(CheckedRow row) {
        switch (file) {
            case USERS, DEMOGRAPHICS -> people.add(row.id());
            case ROLES -> people.addAll(reference(row, "userSourcedId"));
            case ENROLLMENTS -> {
                people.addAll(reference(row, "userSourcedId"));
                if ("teacher".equals(row.row().cells().get(columns.indexOf("role")))) {
                    classes.addAll(reference(row, "classSourcedId"));
                }
            }
            case ORGS, ACADEMIC_SESSIONS, COURSES, CLASSES -> {
                // No person's record depends on these.
            }
        }
    }

    private List<UUID> reference(CheckedRow row, String column) {
        return new ArrayList<>(row.references().get(columns.indexOf(column)));
    }
}
