/** Asking for consent: what was explained to whom, and what was tried to get an answer (34 CFR 300.9, 300.300(d)(5)). */
@NullMarked
package org.schoolcase.cases.consent.request;

import org.jspecify.annotations.NullMarked;
