/** A pure, streaming reader of OneRoster 1.1 and 1.2 CSV packages; knows no database. */
@NullMarked
package org.schoolcase.students.roster.oneroster;

import org.jspecify.annotations.NullMarked;
