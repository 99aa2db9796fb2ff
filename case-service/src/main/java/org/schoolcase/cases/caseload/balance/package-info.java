/** Suggestions, with reasons, of cases that others could carry; a person decides. */
@NullMarked
package org.schoolcase.cases.caseload.balance;

import org.jspecify.annotations.NullMarked;
