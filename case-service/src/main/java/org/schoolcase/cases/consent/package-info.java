/** Consents given, refused and revoked, each signed by a holder of educational rights. */
@NullMarked
package org.schoolcase.cases.consent;

import org.jspecify.annotations.NullMarked;
