/** Tests of what is remembered of tokens. */
@NullMarked
package org.schoolcase.kit.token;

import org.jspecify.annotations.NullMarked;
