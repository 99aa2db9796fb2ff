package org.schoolcase.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The same district as the services take it in: CSV of the indicators' imports, and JSON lines of requests whose students
 * are named by sourcedId.
 */
final class ServiceFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double INCIDENTS = 0.06;
    private static final List<String> NIGHTS =
            List.of("DOUBLED_UP", "DOUBLED_UP", "DOUBLED_UP", "HOTEL_MOTEL", "SHELTER", "UNSHELTERED");

    private final District district;
    private final int days;

    /**
     * As many days of attendance as wanted.
     *
     * @param days school days from the first of the year
     */
    ServiceFiles(District district, int days) {
        this.district = district;
        this.days = days;
    }

    void writeTo(FileSet out) throws IOException {
        out.file("attendance.csv", this::attendance);
        out.file("incidents.csv", this::incidents);
        out.file("marks.csv", this::marks);
        out.file("screening.csv", this::screening);
        out.file("flags.jsonl", this::flags);
        out.file("cases.jsonl", this::cases);
    }

    private void attendance(Writer text) {
        var csv = new Csv(text, "studentSourcedId,date,code");
        var calendar = district.year().schoolDays(days);
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            var dice = new Dice(district.seed(), "attendance", number);
            for (var day : calendar) {
                csv.line(student.id(), day, attendance(dice, student.absence()));
            }
        }
    }

    private static String attendance(Dice dice, double absence) {
        if (dice.happens(absence)) {
            return dice.happens(0.4) ? "ABSENT_UNEXCUSED" : "ABSENT_EXCUSED";
        }
        return dice.happens(0.02) ? "TARDY" : "PRESENT";
    }

    private void incidents(Writer text) {
        var csv = new Csv(text, "key,studentSourcedId,date,kind,response");
        var calendar = district.year().schoolDays(days);
        for (int number = 0; number < district.students(); number++) {
            var dice = new Dice(district.seed(), "incidents", number);
            int count = dice.happens(INCIDENTS) ? 1 + dice.below(4) : 0;
            for (int i = 0; i < count && !calendar.isEmpty(); i++) {
                var major = dice.happens(0.2);
                csv.line(
                        "incident-" + number + "-" + i,
                        "student-" + number,
                        dice.pick(calendar),
                        major ? "MAJOR" : "MINOR",
                        major ? "IN_SCHOOL_SUSPENSION" : "CONFERENCE");
            }
        }
    }

    private void marks(Writer text) {
        var csv = new Csv(text, "key,studentSourcedId,course,subject,core,termEnd,mark,failed");
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            if (student.grade().years() < 6) {
                continue;
            }
            var dice = new Dice(district.seed(), "marks", number);
            for (var subject : List.of("ENGLISH", "MATHEMATICS")) {
                var mark = mark(dice, student.absence());
                csv.line(
                        "mark-" + number + "-" + subject.toLowerCase(java.util.Locale.ROOT),
                        student.id(),
                        subject.substring(0, 3) + "-" + student.grade().code(),
                        subject,
                        "true",
                        district.year().first().plusDays(60),
                        mark,
                        mark.equals("F"));
            }
        }
    }

    /** Who misses more fails more. */
    private static String mark(Dice dice, double absence) {
        var luck = dice.share() - absence;
        if (luck < 0) {
            return "F";
        }
        return luck > 0.6 ? "A" : luck > 0.3 ? "B" : luck > 0.1 ? "C" : "D";
    }

    private void screening(Writer text) {
        var csv = new Csv(text, "key,studentSourcedId,measure,date,score,benchmark");
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            if (student.grade().level() != Grade.Level.ELEMENTARY) {
                continue;
            }
            var dice = new Dice(district.seed(), "screening", number);
            int score = 300 + dice.below(200) - (student.plan() ? 60 : 0);
            csv.line(
                    "screening-" + number,
                    student.id(),
                    "reading-composite",
                    district.year().first().plusDays(21),
                    score,
                    score >= 450 ? "ABOVE" : score >= 390 ? "AT" : score >= 340 ? "BELOW" : "WELL_BELOW");
        }
    }

    private void flags(Writer text) {
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            var dice = new Dice(district.seed(), "flags", number);
            for (var flag : student.flags()) {
                Map<String, Object> request = new TreeMap<>();
                request.put("kind", flag.name());
                request.put("source", flag == Flag.MILITARY_CONNECTED ? "FAMILY" : "STUDENT_INFORMATION_SYSTEM");
                request.put("beginsOn", district.year().first().toString());
                if (flag == Flag.MCKINNEY_VENTO) {
                    request.put("nightResidence", dice.pick(NIGHTS));
                    request.put("unaccompanied", dice.happens(0.08));
                }
                line(text, student, "flag", request);
            }
        }
    }

    /** Students with a plan, as the request that opens a case for each. */
    private void cases(Writer text) {
        for (int number = 0; number < district.students(); number++) {
            var student = Student.of(district, number);
            if (student.plan()) {
                var dice = new Dice(district.seed(), "case", number);
                Map<String, Object> request = new TreeMap<>();
                request.put("source", "STAFF");
                request.put("reason", "Has a plan since before this school year.");
                request.put(
                        "barriers", List.of(dice.pick(List.of("ACADEMIC", "BEHAVIOR", "HEALTH", "SOCIAL_EMOTIONAL"))));
                request.put("receivedOn", district.year().first().toString());
                line(text, student, "case", request);
            }
        }
    }

    private static void line(Writer text, Student student, String kind, Map<String, Object> request) {
        try {
            text.write(JSON.writeValueAsString(Map.of("studentSourcedId", student.id(), kind, request)));
            text.write("\n");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
