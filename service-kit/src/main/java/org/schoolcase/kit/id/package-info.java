/** Identifiers. */
@NullMarked
package org.schoolcase.kit.id;

import org.jspecify.annotations.NullMarked;
