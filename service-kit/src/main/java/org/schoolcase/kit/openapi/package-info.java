/** What the published contracts have in common. */
@NullMarked
package org.schoolcase.kit.openapi;

import org.jspecify.annotations.NullMarked;
