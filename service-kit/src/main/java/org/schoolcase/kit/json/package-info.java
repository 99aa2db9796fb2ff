/** How strictly JSON is read. */
@NullMarked
package org.schoolcase.kit.json;

import org.jspecify.annotations.NullMarked;
