package org.schoolcase.students.privacy.directory;

import java.time.LocalDate;
import java.util.List;

/** Whether a student's directory information may be disclosed on a day (34 CFR 99.37), and the decisions behind it, newest first. */
public record DirectoryStanding(
        LocalDate on, boolean optedOut, String citation, String confidence, List<DirectoryChoiceView> choices) {}
