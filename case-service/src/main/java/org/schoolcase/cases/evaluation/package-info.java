/** Evaluations of a student, from the review of existing data to the report (34 CFR 300.301 to 300.305). */
@NullMarked
package org.schoolcase.cases.evaluation;

import org.jspecify.annotations.NullMarked;
