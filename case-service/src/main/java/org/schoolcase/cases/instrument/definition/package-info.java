/** Form definitions as data: what a definition may say, and whether answers keep to it. No database, no framework. */
@NullMarked
package org.schoolcase.cases.instrument.definition;

import org.jspecify.annotations.NullMarked;
