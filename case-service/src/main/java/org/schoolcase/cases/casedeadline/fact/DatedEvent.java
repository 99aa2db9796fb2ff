package org.schoolcase.cases.casedeadline.fact;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.schoolcase.cases.deadline.LawEvent;

/** An event of law and its date. */
public record DatedEvent(@NotNull LawEvent event, @NotNull LocalDate on) {}
