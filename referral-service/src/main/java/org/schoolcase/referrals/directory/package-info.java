/** The directory of outside agencies and what they offer, in the names of HSDS 3. */
@NullMarked
package org.schoolcase.referrals.directory;

import org.jspecify.annotations.NullMarked;
