/** What it means for a student's open cases that he enrols at another school, or leaves for one (34 CFR 300.323(e) to (g)). */
@NullMarked
package org.schoolcase.cases.enrollment;

import org.jspecify.annotations.NullMarked;
