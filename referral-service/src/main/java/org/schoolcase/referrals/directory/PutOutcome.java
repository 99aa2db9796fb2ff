package org.schoolcase.referrals.directory;

/** What came of a PUT into the directory. */
sealed interface PutOutcome<T> {
    record Created<T>(T stored) implements PutOutcome<T> {}

    record Changed<T>(T stored) implements PutOutcome<T> {}
}
