package org.schoolcase.simulator;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The shape of an invented district: who is where follows from the numbers, so that nothing has to be remembered while
 * it is written.
 *
 * <p>The same seed, size and schools give the same bytes.
 */
public final class District {

    /** The smallest and the largest district that is made. */
    public static final int SMALLEST = 100;

    public static final int LARGEST = 1_000_000;

    static final int GROUP = 25;
    static final List<String> SUBJECTS = List.of(
            "Homeroom",
            "English",
            "Mathematics",
            "Science",
            "History",
            "Art",
            "Music",
            "Physical Education",
            "Health",
            "Library");
    private static final int STUDENTS_PER_SCHOOL = 500;
    private static final int CLASSES_PER_TEACHER = 6;
    private static final int FEW_SCHOOLS = 7;

    private final long seed;
    private final int students;
    private final SchoolYear year = new SchoolYear(2026);
    private final List<String> schools;
    private final Map<Grade.Level, List<Integer>> byLevel = new EnumMap<>(Grade.Level.class);

    private District(long seed, int students, List<String> schools) {
        if (students < SMALLEST || students > LARGEST) {
            throw new IllegalArgumentException("A district has " + SMALLEST + " to " + LARGEST + " students");
        }
        this.seed = seed;
        this.students = students;
        this.schools = List.copyOf(schools);
        for (var level : Grade.Level.values()) {
            byLevel.put(
                    level,
                    IntStream.range(0, schools.size())
                            .filter(school -> has(school, level))
                            .boxed()
                            .toList());
        }
    }

    /** A district with one school for 500 students. */
    public static District of(long seed, int students) {
        var count = Math.max(1, students / STUDENTS_PER_SCHOOL);
        return withSchools(
                seed,
                students,
                IntStream.range(0, count).mapToObj(i -> "school-" + i).toList());
    }

    /** A district whose schools have these sourcedIds. */
    public static District withSchools(long seed, int students, List<String> schools) {
        return new District(seed, students, schools);
    }

    long seed() {
        return seed;
    }

    int students() {
        return students;
    }

    SchoolYear year() {
        return year;
    }

    List<String> schools() {
        return schools;
    }

    Grade grade(int student) {
        return new Grade(student % Grade.COUNT);
    }

    int school(int student) {
        var possible = schoolsOf(grade(student));
        return possible.get(student / Grade.COUNT % possible.size());
    }

    /** The group of 25 within his school and grade. */
    int group(int student) {
        return student / Grade.COUNT / schoolsOf(grade(student)).size() / GROUP;
    }

    /** Where a grade is taught: everywhere in a small district, else in about 4 elementary, 2 middle and 1 high school of 7. */
    private List<Integer> schoolsOf(Grade grade) {
        return byLevel.getOrDefault(grade.level(), List.of());
    }

    private boolean has(int school, Grade.Level level) {
        return isSmall() || level(school) == level;
    }

    private boolean isSmall() {
        return schools.size() < FEW_SCHOOLS;
    }

    /** The name of a school by its number. */
    String schoolName(int school) {
        return Names.school(school, isSmall() ? "School" : level(school).title());
    }

    private static Grade.Level level(int school) {
        return switch (school % FEW_SCHOOLS) {
            case 4, 5 -> Grade.Level.MIDDLE;
            case 6 -> Grade.Level.HIGH;
            default -> Grade.Level.ELEMENTARY;
        };
    }

    /** Groups of a grade in the school that stands at this place among those of the grade. */
    private int groups(Grade grade, int place) {
        int inGrade = (students - grade.years() + Grade.COUNT - 1) / Grade.COUNT;
        int count = schoolsOf(grade).size();
        int inSchool = (inGrade - place + count - 1) / count;
        return (inSchool + GROUP - 1) / GROUP;
    }

    /** All classes, school by school and grade by grade. */
    void forEachClass(ClassVisitor visitor) {
        for (int school = 0; school < schools.size(); school++) {
            int ordinal = 0;
            for (int years = 0; years < Grade.COUNT; years++) {
                var grade = new Grade(years);
                int place = schoolsOf(grade).indexOf(school);
                for (int group = 0; place >= 0 && group < groups(grade, place); group++) {
                    for (int subject = 0; subject < SUBJECTS.size(); subject++) {
                        visitor.visit(new SchoolClass(school, grade, group, subject, ordinal++ / CLASSES_PER_TEACHER));
                    }
                }
            }
        }
    }

    /** Teachers of a school, by the number of its classes. */
    static int teachers(int classes) {
        return (classes + CLASSES_PER_TEACHER - 1) / CLASSES_PER_TEACHER;
    }

    /** Takes one class. */
    interface ClassVisitor {
        void visit(SchoolClass taught);
    }

    /**
     * A class.
     *
     * @param teacher number of the teacher within the school
     */
    record SchoolClass(int school, Grade grade, int group, int subject, int teacher) {

        String id() {
            return id(school, grade, group, subject);
        }

        String teacherId() {
            return "teacher-" + school + "-" + teacher;
        }

        static String id(int school, Grade grade, int group, int subject) {
            return "class-" + school + "-" + grade.years() + "-" + group + "-" + subject;
        }
    }
}
