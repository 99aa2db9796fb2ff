package org.schoolcase.students.roster.merge;

import java.util.List;
import org.schoolcase.students.roster.oneroster.Finding;

/**
 * Rows of one transaction with what was found in them.
 *
 * @param line last line that belongs to it
 * @param read rows read, those kept out among them
 */
record Chunk(long line, List<CheckedRow> rows, List<Finding> findings, long read, long rejected) {}
