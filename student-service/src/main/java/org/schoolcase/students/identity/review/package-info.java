/** Pairs of records that may be one student: found, queued, and decided by a person. */
@NullMarked
package org.schoolcase.students.identity.review;

import org.jspecify.annotations.NullMarked;
