/** The report of an evaluation, and its copy for the parent (34 CFR 300.306(a)(2)). */
@NullMarked
package org.schoolcase.cases.evaluation.report;

import org.jspecify.annotations.NullMarked;
