package org.schoolcase.cases.assessment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is filed of one giving of an instrument. */
record Content(
        LocalDate administeredOn,
        String language,
        Assessor assessor,
        @Nullable PupilRights pupilRights,
        ObjectNode answers,
        List<Score> scores,
        List<Attachment> attachments) {

    Content answering(ObjectNode others) {
        return new Content(administeredOn, language, assessor, pupilRights, others, scores, attachments);
    }
}
