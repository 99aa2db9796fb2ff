/** Decisions of families about directory information (34 CFR 99.37). */
@NullMarked
package org.schoolcase.students.privacy.directory;

import org.jspecify.annotations.NullMarked;
