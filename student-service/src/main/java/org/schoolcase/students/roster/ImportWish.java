package org.schoolcase.students.roster;

/**
 * How the sender wants his package to be imported.
 *
 * @param dryRun only tell what would change
 * @param strict quirks of real exports keep their row out
 * @param safetyPercent share of a file's active records that may end without being asked about
 */
record ImportWish(boolean dryRun, boolean strict, int safetyPercent) {}
