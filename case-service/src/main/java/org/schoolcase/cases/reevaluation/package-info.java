/** When a student is evaluated again, who asks for it, and who agrees that it is unnecessary (34 CFR 300.303). */
@NullMarked
package org.schoolcase.cases.reevaluation;

import org.jspecify.annotations.NullMarked;
