/** The house rules that this service keeps. */
@NullMarked
package org.schoolcase.cases;

import org.jspecify.annotations.NullMarked;
