/** Suggestions to look at a student, made from early-warning indicators; only a person makes a case of one (34 CFR 300.111). */
@NullMarked
package org.schoolcase.cases.intake.suggestion;

import org.jspecify.annotations.NullMarked;
