/** Evaluations by examiners whom the agency does not employ (34 CFR 300.502). */
@NullMarked
package org.schoolcase.cases.independentevaluation;

import org.jspecify.annotations.NullMarked;
