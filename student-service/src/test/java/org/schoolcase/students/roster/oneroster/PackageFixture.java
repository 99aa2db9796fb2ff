package org.schoolcase.students.roster.oneroster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Builds packages for tests: a small good one, to which a test does its damage. */
public final class PackageFixture {

    private static final List<String> LISTED_BY_1_2 =
            List.of("academicSessions", "classes", "courses", "demographics", "enrollments", "orgs", "roles", "users");

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, String> modes = new LinkedHashMap<>();
    private String version = "1.2";

    private PackageFixture() {}

    public static PackageFixture empty() {
        return new PackageFixture();
    }

    /** One school, a teacher and two students in one class. */
    public static PackageFixture small() {
        return empty().bulk("orgs", "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId", """
                        d1,,,District,district,,
                        s1,,,North School,school,1001,d1
                        """)
                .bulk(
                        "academicSessions",
                        "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear",
                        """
                        y1,,,Year,schoolYear,2026-08-15,2027-06-10,,2027
                        t1,,,Fall,term,2026-08-15,2026-12-20,y1,2027
                        """)
                .bulk(
                        "courses",
                        "sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId,subjects,subjectCodes",
                        """
                        c1,,,y1,Algebra,ALG,9,d1,Math,
                        """)
                .bulk(
                        "classes",
                        "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods",
                        """
                        k1,,,Algebra A,9,c1,A,scheduled,Room 1,s1,t1,Math,,"1,2"
                        """)
                .bulk("users", String.join(",", RosterFile.header(Columns.users12(false))), """
                        u1,,,true,teach,,Tessa,Teachwell,,,tessa@sample.example,,,,,,,,,,s1,
                        u2,,,true,ann,,Ann,Applewood,Mia,,,,,,9,,,Annie,,,s1,
                        u3,,,true,ben,,Ben,Birchtree,,,,,,,9,,,,,,s1,
                        """)
                .bulk("roles", String.join(",", RosterFile.header(Columns.ROLES)), """
                        r1,,,u1,primary,teacher,,,s1,
                        r2,,,u2,primary,student,,,s1,
                        r3,,,u3,primary,student,,,s1,
                        """)
                .bulk("enrollments", String.join(",", RosterFile.header(Columns.ENROLLMENTS)), """
                        e1,,,k1,s1,u1,teacher,true,2026-08-15,2027-06-10
                        e2,,,k1,s1,u2,student,,2026-08-15,2027-06-10
                        e3,,,k1,s1,u3,student,,2026-08-15,2027-06-10
                        """)
                .bulk("demographics", String.join(",", RosterFile.header(Columns.DEMOGRAPHICS)), """
                        u2,,,2012-03-04,female,,true,,,,,,US,AZ,Mesa,
                        """);
    }

    public PackageFixture version(String value) {
        version = value;
        return this;
    }

    public PackageFixture bulk(String file, String header, String rows) {
        modes.put(file, "bulk");
        return raw(file + ".csv", header + "\n" + rows);
    }

    public PackageFixture mode(String file, String mode) {
        modes.put(file, mode);
        return this;
    }

    public PackageFixture raw(String name, String text) {
        return raw(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public PackageFixture raw(String name, byte[] bytes) {
        files.put(name, bytes);
        return this;
    }

    public PackageFixture without(String file) {
        files.remove(file + ".csv");
        modes.remove(file);
        return this;
    }

    /** Adds a row below the others. */
    public PackageFixture row(String file, String row) {
        return raw(file + ".csv", text(file) + row + "\n");
    }

    public PackageFixture replace(String file, String old, String replacement) {
        return raw(file + ".csv", text(file).replace(old, replacement));
    }

    /** First line of a file. */
    public String header(String file) {
        return text(file).lines().findFirst().orElseThrow();
    }

    private String text(String file) {
        return new String(files.getOrDefault(file + ".csv", new byte[0]), StandardCharsets.UTF_8);
    }

    public Path write(Path folder) {
        try {
            return Files.write(Files.createTempFile(folder, "package", ".zip"), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] bytes() {
        var all = new LinkedHashMap<String, byte[]>();
        all.put(Manifest.FILE, manifest().getBytes(StandardCharsets.UTF_8));
        all.putAll(files);
        return zip(all);
    }

    private String manifest() {
        var lines =
                new ArrayList<>(List.of("propertyName,value", "manifest.version,1.0", "oneroster.version," + version));
        LISTED_BY_1_2.stream()
                .filter(name -> !modes.containsKey(name))
                .filter(name -> !version.equals("1.1") || !name.equals("roles"))
                .forEach(name -> lines.add("file." + name + ",absent"));
        modes.forEach((name, mode) -> lines.add("file." + name + "," + mode));
        return String.join("\r\n", lines) + "\r\n";
    }

    /** A ZIP of these files, nothing added. */
    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
