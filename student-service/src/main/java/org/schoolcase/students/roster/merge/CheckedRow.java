package org.schoolcase.students.roster.merge;

import java.util.List;
import java.util.UUID;
import org.schoolcase.students.roster.oneroster.Finding;
import org.schoolcase.students.roster.oneroster.RosterRow;

/**
 * A row that may be merged.
 *
 * @param hash digest of the content
 * @param references ids that its cells point to, per kept column of the file; empty where there is none
 * @param loose what it points to in vain; only of a row that ends: should there be nothing to end, that does no harm
 */
record CheckedRow(RosterRow row, UUID id, UUID hash, List<List<UUID>> references, List<Finding> loose) {}
