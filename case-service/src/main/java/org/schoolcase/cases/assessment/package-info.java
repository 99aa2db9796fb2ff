/** Assessments, screenings, interviews and observations: filled-in instruments and scores, filed to a case. */
@NullMarked
package org.schoolcase.cases.assessment;

import org.jspecify.annotations.NullMarked;
