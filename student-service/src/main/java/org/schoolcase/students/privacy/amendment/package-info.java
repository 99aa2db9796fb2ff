/** Requests to amend a record, their hearings and statements (34 CFR 99.20-99.22). */
@NullMarked
package org.schoolcase.students.privacy.amendment;

import org.jspecify.annotations.NullMarked;
