/** What a determination of eligibility has to hold, as pure policies (34 CFR 300.8, 300.306 to 300.311). */
@NullMarked
package org.schoolcase.cases.eligibility.rule;

import org.jspecify.annotations.NullMarked;
