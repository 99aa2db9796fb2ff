/** Instruments: the library's and the district's own forms, in versions that never change once they are published. */
@NullMarked
package org.schoolcase.cases.instrument;

import org.jspecify.annotations.NullMarked;
