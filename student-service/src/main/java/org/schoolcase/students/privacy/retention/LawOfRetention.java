package org.schoolcase.students.privacy.retention;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the law says of keeping a kind of record; years is null where it sets no number. */
public record LawOfRetention(
        RecordKind kind,
        String jurisdiction,
        String words,
        @Nullable Integer years,
        @Nullable RecordKind follows,
        String citation,
        String confidence,
        LocalDate sourceDate) {}
