/** The plan of an evaluation by area, and the results (34 CFR 300.304). */
@NullMarked
package org.schoolcase.cases.evaluation.plan;

import org.jspecify.annotations.NullMarked;
