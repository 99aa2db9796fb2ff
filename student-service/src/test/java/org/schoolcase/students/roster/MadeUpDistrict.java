package org.schoolcase.students.roster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.schoolcase.students.roster.oneroster.PackageFixture;

/** A bulk package (1.2) of any size, streamed: students in groups of 25, each group in ten classes, each with a parent. */
final class MadeUpDistrict {

    private static final int GROUP = 25;
    private static final int CLASSES = 10;
    private static final List<String> GIVEN =
            List.of("Ada", "Bruno", "Celeste", "Dario", "Edda", "Florian", "Greta", "Hugo", "Ines", "Jonas", "Kaia");
    private static final List<String> FAMILY = List.of(
            "Acornfield", "Butterwick", "Cloudberry", "Dandeleaf", "Elderbrook", "Gooseberry", "Hollowreed", "Inkwell");

    private final int students;
    private final int groups;
    private final boolean parents;

    MadeUpDistrict(int students, boolean parents) {
        this.students = students;
        this.groups = (students + GROUP - 1) / GROUP;
        this.parents = parents;
    }

    long rows() {
        long people = (long) students + groups + (parents ? students : 0);
        return 1
                + schools()
                + 2
                + CLASSES
                + (long) groups * CLASSES
                + 2 * people
                + CLASSES * ((long) students + groups)
                + students;
    }

    private int schools() {
        return 1 + groups / 40;
    }

    Path write(Path file) {
        var empty = PackageFixture.small();
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("manifest.csv"));
            text(zip, "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
            for (var name : List.of(
                    "orgs",
                    "academicSessions",
                    "courses",
                    "classes",
                    "users",
                    "roles",
                    "enrollments",
                    "demographics")) {
                text(zip, "file." + name + ",bulk\n");
            }
            zip.closeEntry();
            entry(zip, empty, "orgs", this::orgs);
            entry(zip, empty, "academicSessions", out -> {
                out.accept("y1,,,Year,schoolYear,2026-08-15,2027-06-10,,2027");
                out.accept("t1,,,Fall,term,2026-08-15,2026-12-20,y1,2027");
            });
            entry(zip, empty, "courses", out -> {
                for (int i = 0; i < CLASSES; i++) {
                    out.accept("c" + i + ",,,y1,Course " + i + ",C" + i + ",09,d1,Math,");
                }
            });
            entry(zip, empty, "classes", this::classes);
            entry(zip, empty, "users", this::users);
            entry(zip, empty, "roles", this::roles);
            entry(zip, empty, "enrollments", this::enrollments);
            entry(zip, empty, "demographics", out -> {
                for (int i = 0; i < students; i++) {
                    out.accept("stu-" + i + ",,,2011-0" + (1 + i % 9) + "-1" + i % 10
                            + ",female,false,false,true,,true,,,US,AZ,Mesa,");
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private void orgs(Consumer<String> out) {
        out.accept("d1,,,District,district,,");
        for (int i = 0; i < schools(); i++) {
            out.accept("s" + i + ",,,School " + i + ",school,1" + i + ",d1");
        }
    }

    private String school(int group) {
        return "s" + group % schools();
    }

    private void classes(Consumer<String> out) {
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < CLASSES; i++) {
                out.accept("k" + group + "-" + i + ",,,Class " + group + ",09,c" + i + ",A,scheduled,Room 1,"
                        + school(group) + ",t1,Math,,1");
            }
        }
    }

    private void users(Consumer<String> out) {
        for (int group = 0; group < groups; group++) {
            user(out, "tea-" + group, group, school(group), "", "");
        }
        for (int i = 0; i < students; i++) {
            user(out, "stu-" + i, i, school(i / GROUP), parents ? "par-" + i : "", "09");
        }
        for (int i = 0; parents && i < students; i++) {
            user(out, "par-" + i, i + 3, school(i / GROUP), "", "");
        }
    }

    private static void user(Consumer<String> out, String id, int number, String org, String agents, String grade) {
        out.accept(id + ",,,true," + id + ",," + GIVEN.get(number % GIVEN.size()) + ","
                + FAMILY.get(number / GIVEN.size() % FAMILY.size()) + ",,8" + number + "," + id + "@bench.example,,,"
                + agents + "," + grade + ",,,,,," + org + ",");
    }

    private void roles(Consumer<String> out) {
        for (int group = 0; group < groups; group++) {
            out.accept("r-tea-" + group + ",,,tea-" + group + ",primary,teacher,,," + school(group) + ",");
        }
        for (int i = 0; i < students; i++) {
            out.accept("r-stu-" + i + ",,,stu-" + i + ",primary,student,,," + school(i / GROUP) + ",");
        }
        for (int i = 0; parents && i < students; i++) {
            out.accept("r-par-" + i + ",,,par-" + i + ",primary,parent,,," + school(i / GROUP) + ",");
        }
    }

    private void enrollments(Consumer<String> out) {
        for (int group = 0; group < groups; group++) {
            for (int i = 0; i < CLASSES; i++) {
                var rest = ",,,k" + group + "-" + i + "," + school(group) + ",";
                var dates = ",2026-08-15,2027-06-10";
                out.accept("e-" + group + "-" + i + "-t" + rest + "tea-" + (group + i * 7) % groups + ",teacher,true"
                        + dates);
                for (int s = group * GROUP; s < Math.min(students, (group + 1) * GROUP); s++) {
                    out.accept("e-" + s + "-" + i + rest + "stu-" + s + ",student," + dates);
                }
            }
        }
    }

    private static void entry(ZipOutputStream zip, PackageFixture empty, String name, Consumer<Consumer<String>> rows)
            throws IOException {
        zip.putNextEntry(new ZipEntry(name + ".csv"));
        text(zip, empty.header(name) + "\n");
        var lines = new StringBuilder();
        rows.accept(line -> {
            lines.append(line).append('\n');
            if (lines.length() > 1 << 16) {
                flush(zip, lines);
            }
        });
        flush(zip, lines);
        zip.closeEntry();
    }

    private static void flush(ZipOutputStream zip, StringBuilder lines) {
        try {
            text(zip, lines.toString());
            lines.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void text(ZipOutputStream zip, String text) throws IOException {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
