package org.schoolcase.students.indicator.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.id.Ids;

/** Turns named cells into a row that can be stored, or into the finding that keeps it out. */
final class RowReader {

    private final DataKind kind;
    private final UUID districtId;
    private final String source;
    private final boolean everyday;
    private final List<Finding> findings = new ArrayList<>();

    RowReader(DataKind kind, UUID districtId, String source, @Nullable Coverage coverage) {
        this.everyday = coverage == null || coverage.coverage() == Coverage.Days.ALL_DAYS;
        this.kind = kind;
        this.districtId = districtId;
        this.source = source;
    }

    List<Finding> findings() {
        return findings;
    }

    void refuse(long line, @Nullable String column, String code) {
        findings.add(new Finding(line, column, code));
    }

    /** The row, if every cell of it can be read; else the first fault is noted. */
    Optional<IntakeRow> read(long line, Function<String, @Nullable String> cells) {
        var student = student(line, cells);
        if (student == null) {
            return Optional.empty();
        }
        var id = kind.isKeyed() ? id(line, cells.apply(DataKind.KEY)) : null;
        if (kind.isKeyed() && id == null) {
            return Optional.empty();
        }
        var values = new ArrayList<@Nullable Object>();
        for (var column : kind.columns()) {
            var text = cells.apply(column.name());
            var value = text == null || text.isBlank()
                    ? column.preset()
                    : column.cell().read(text.strip());
            if (value == null && (column.required() || (text != null && !text.isBlank()))) {
                var code = text == null || text.isBlank()
                        ? "cell.missing"
                        : column.cell().fault();
                refuse(line, column.name(), code);
                return Optional.empty();
            }
            values.add(value);
        }
        return Optional.of(new IntakeRow(line, student, id, kind == DataKind.ATTENDANCE ? attendance(values) : values));
    }

    private @Nullable UUID student(long line, Function<String, @Nullable String> cells) {
        var sourcedId = cells.apply(DataKind.STUDENT_SOURCED_ID);
        if (sourcedId != null && !sourcedId.isBlank()) {
            return Ids.named(districtId, "user:" + sourcedId.strip());
        }
        var id = cells.apply(DataKind.STUDENT_ID);
        if (id == null || id.isBlank()) {
            refuse(line, DataKind.STUDENT_SOURCED_ID, "cell.missing");
            return null;
        }
        try {
            return UUID.fromString(id.strip());
        } catch (IllegalArgumentException e) {
            refuse(line, DataKind.STUDENT_ID, "cell.not-an-id");
            return null;
        }
    }

    private @Nullable UUID id(long line, @Nullable String key) {
        if (key == null || key.isBlank()) {
            refuse(line, DataKind.KEY, "cell.missing");
            return null;
        }
        var plain = key.strip();
        if (Cell.key().read(plain) == null) {
            refuse(line, DataKind.KEY, Cell.key().fault());
            return null;
        }
        return Ids.named(districtId, kind.keySpace() + ":" + source + ":" + plain);
    }

    /** Code as its number; what is usually missed with it where the source does not say how much; how it was delivered. */
    private List<@Nullable Object> attendance(List<@Nullable Object> values) {
        var code = Codes.Attendance.valueOf(String.valueOf(values.get(1)));
        var missed = values.get(2);
        var numbered = new ArrayList<@Nullable Object>();
        numbered.add(values.getFirst());
        numbered.add(code.number());
        numbered.add(missed == null ? code.usuallyMissed() : missed);
        numbered.add(everyday);
        return numbered;
    }
}
