/** The end of special education (34 CFR 300.305(e)). */
@NullMarked
package org.schoolcase.cases.exit;

import org.jspecify.annotations.NullMarked;
