/** Intake: a referral, and what is decided about it (34 CFR 300.111, 300.301(b)). */
@NullMarked
package org.schoolcase.cases.intake;

import org.jspecify.annotations.NullMarked;
