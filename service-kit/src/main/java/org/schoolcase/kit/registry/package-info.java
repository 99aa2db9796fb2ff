/** Keeps the registry of districts up to date from events. */
@NullMarked
package org.schoolcase.kit.registry;

import org.jspecify.annotations.NullMarked;
