/** When the law lets an evaluation go on without consent, recorded with its ground (34 CFR 300.300(a)(2)-(3), (c)). */
@NullMarked
package org.schoolcase.cases.consent.exception;

import org.jspecify.annotations.NullMarked;
