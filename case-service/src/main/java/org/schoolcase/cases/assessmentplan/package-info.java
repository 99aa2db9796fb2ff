/** Plans of assessments that are given to parents with the request for consent, as California's law asks (Ed. Code 56321). */
@NullMarked
package org.schoolcase.cases.assessmentplan;

import org.jspecify.annotations.NullMarked;
