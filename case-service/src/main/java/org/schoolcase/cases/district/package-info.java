/** What the law of the caller's district needs to know of it: the civil date there, and whose law applies. */
@NullMarked
package org.schoolcase.cases.district;

import org.jspecify.annotations.NullMarked;
