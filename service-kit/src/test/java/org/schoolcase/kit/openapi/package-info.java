/** Tests of the contract that all services share. */
@NullMarked
package org.schoolcase.kit.openapi;

import org.jspecify.annotations.NullMarked;
