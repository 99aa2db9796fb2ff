/** The review of existing data with which an evaluation begins (34 CFR 300.305). */
@NullMarked
package org.schoolcase.cases.evaluation.review;

import org.jspecify.annotations.NullMarked;
