package org.schoolcase.kit.security;

import java.util.Set;

/** Role names as they stand in {@code realm_access.roles} of an access token. */
public final class Role {

    public static final String OPERATOR = "operator";
    public static final String DISTRICT_ADMIN = "district-admin";
    public static final String SCHOOL_ADMIN = "school-admin";
    public static final String COORDINATOR = "coordinator";
    public static final String CASE_MANAGER = "case-manager";
    public static final String TEACHER = "teacher";
    public static final String SERVICE_PROVIDER = "service-provider";
    public static final String GUARDIAN = "guardian";
    public static final String STUDENT = "student";
    public static final String AUDITOR = "auditor";
    public static final String SIS_SYNC = "sis-sync";
    public static final String ROSTER_READER = "roster-reader";
    public static final String AGENCY = "agency";

    /** What a district's own issuer may grant. */
    public static final Set<String> OF_DISTRICT = Set.of(
            DISTRICT_ADMIN,
            SCHOOL_ADMIN,
            COORDINATOR,
            CASE_MANAGER,
            TEACHER,
            SERVICE_PROVIDER,
            GUARDIAN,
            STUDENT,
            AUDITOR,
            SIS_SYNC,
            ROSTER_READER);

    private Role() {}
}
