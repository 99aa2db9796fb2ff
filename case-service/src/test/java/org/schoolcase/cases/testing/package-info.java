/** What the component tests of this service share. */
@NullMarked
package org.schoolcase.cases.testing;

import org.jspecify.annotations.NullMarked;
