/** Tests of the simulated districts. */
@NullMarked
package org.schoolcase.simulator;

import org.jspecify.annotations.NullMarked;
