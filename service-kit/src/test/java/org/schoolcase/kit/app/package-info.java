/** A small service built from the kit, with which the kit is tested. */
@NullMarked
package org.schoolcase.kit.app;

import org.jspecify.annotations.NullMarked;
