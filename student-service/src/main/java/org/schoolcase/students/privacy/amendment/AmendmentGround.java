package org.schoolcase.students.privacy.amendment;

/** Why a family contests a part of the record, 34 CFR 99.20(a). */
public enum AmendmentGround {
    INACCURATE,
    MISLEADING,
    PRIVACY
}
