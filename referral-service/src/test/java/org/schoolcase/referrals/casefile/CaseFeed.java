package org.schoolcase.referrals.casefile;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.schoolcase.kit.testing.Records;
import org.schoolcase.kit.testing.TestDistrict;

/** Tells this service of cases as case-service would. */
@ApplicationScoped
public class CaseFeed {

    public static final String TOPIC = "schoolcase.case.events";

    private final CaseEventConsumer consumer;

    CaseFeed(CaseEventConsumer consumer) {
        this.consumer = consumer;
    }

    public void opened(TestDistrict district, UUID caseId, UUID student, UUID manager) {
        tell(
                district,
                "org.schoolcase.case.opened.v1",
                caseId,
                Map.of("caseId", caseId, "studentId", student, "caseManagerId", manager, "openedOn", "2026-01-05"));
    }

    public void closed(TestDistrict district, UUID caseId, UUID student) {
        tell(
                district,
                "org.schoolcase.case.closed.v1",
                caseId,
                Map.of("caseId", caseId, "studentId", student, "closedOn", "2026-02-05"));
    }

    private void tell(TestDistrict district, String type, UUID caseId, Object data) {
        consumer.on(Records.batch(TOPIC, district.id(), type, caseId, data));
    }
}
