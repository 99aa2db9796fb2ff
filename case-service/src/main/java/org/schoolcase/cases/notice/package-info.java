/** Notices to those who hold the rights: prior written notice (34 CFR 300.503) and procedural safeguards (300.504). */
@NullMarked
package org.schoolcase.cases.notice;

import org.jspecify.annotations.NullMarked;
