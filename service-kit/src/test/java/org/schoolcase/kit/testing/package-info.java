/** What the component tests of every service are built from. */
@NullMarked
package org.schoolcase.kit.testing;

import org.jspecify.annotations.NullMarked;
