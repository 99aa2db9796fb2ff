/** Starts the whole suite on one machine without Docker: for trying it out, for system tests and for measurements. */
@NullMarked
package org.schoolcase.local;

import org.jspecify.annotations.NullMarked;
