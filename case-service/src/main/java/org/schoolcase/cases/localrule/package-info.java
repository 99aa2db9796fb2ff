/** A district's own rules and readings of law, with their citations. */
@NullMarked
package org.schoolcase.cases.localrule;

import org.jspecify.annotations.NullMarked;
