/** Which tokens are believed: trusted issuers, their keys, and what each may grant. */
@NullMarked
package org.schoolcase.kit.token;

import org.jspecify.annotations.NullMarked;
