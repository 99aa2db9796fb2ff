package org.schoolcase.students.roster.oneroster;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The ZIP of a package: names and sizes are checked before anything is unpacked, sizes again while unpacking. */
final class ZipContent implements AutoCloseable {

    private static final int END_RECORD = 22;
    private static final int COMMENT = 65_535;
    private static final int MAX_DIRECTORY = 1 << 20;

    private final ZipFile zip;
    private final Limits limits;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private ZipContent(ZipFile zip, Limits limits) {
        this.zip = zip;
        this.limits = limits;
    }

    static ZipContent open(Path path, Limits limits) throws IOException {
        checkDirectory(path);
        var content = new ZipContent(openZip(path), limits);
        try {
            content.list();
            return content;
        } catch (RuntimeException e) {
            content.close();
            throw e;
        }
    }

    /** Names of the data files without {@code .csv}. */
    Set<String> names() {
        var names = new HashSet<String>();
        entries.keySet().forEach(name -> names.add(name.substring(0, name.length() - ".csv".length())));
        names.remove("manifest");
        return names;
    }

    boolean has(String file) {
        return entries.containsKey(file);
    }

    InputStream open(String file) throws IOException {
        var entry = entries.get(file);
        if (entry == null) {
            throw PackageFault.ofFile("package.missing_file", file, "The package has no such file.");
        }
        try {
            return new Measured(zip.getInputStream(entry), file, entry.getCompressedSize());
        } catch (ZipException e) {
            throw PackageFault.ofFile("package.unreadable_file", file, "The file is packed in a way that is not read.");
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Reads the end record alone, so that a forged directory of a million entries is never loaded. */
    private static void checkDirectory(Path path) throws IOException {
        try (var file = new RandomAccessFile(path.toFile(), "r")) {
            int size = (int) Math.min(file.length(), END_RECORD + COMMENT);
            var tail = new byte[size];
            file.seek(file.length() - size);
            file.readFully(tail);
            checkEndRecord(tail);
        }
    }

    private static void checkEndRecord(byte[] tail) {
        for (int at = tail.length - END_RECORD; at >= 0; at--) {
            if (tail[at] == 'P' && tail[at + 1] == 'K' && tail[at + 2] == 5 && tail[at + 3] == 6) {
                checkCounts(number(tail, at + 10, 2), number(tail, at + 12, 4));
                return;
            }
        }
        throw PackageFault.ofPackage("package.not_a_zip", "The body is not a ZIP, or it was cut off.");
    }

    private static void checkCounts(long entries, long directoryBytes) {
        if (entries == 0) {
            throw missingManifest();
        }
        if (entries > Limits.ENTRIES || directoryBytes > MAX_DIRECTORY) {
            throw PackageFault.ofPackage(
                    "package.too_many_files", "A package holds " + Limits.ENTRIES + " files at most.");
        }
    }

    private static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = count - 1; i >= 0; i--) {
            value = value << 8 | (bytes[at + i] & 0xFF);
        }
        return value;
    }

    private static ZipFile openZip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw PackageFault.ofPackage("package.not_a_zip", "The body is not a ZIP, or it is damaged.");
        }
    }

    private void list() {
        zip.stream().forEach(this::add);
        if (!has(Manifest.FILE)) {
            throw missingManifest();
        }
        long unpacked = entries.values().stream().mapToLong(ZipEntry::getSize).sum();
        if (unpacked > limits.unpackedBytes()) {
            throw tooLarge();
        }
        entries.values().forEach(entry -> checkRatio(entry.getName(), entry.getSize(), entry.getCompressedSize()));
    }

    private void add(ZipEntry entry) {
        var name = entry.getName();
        if (name.indexOf('/') >= 0 || name.indexOf('\\') >= 0) {
            throw PackageFault.ofPackage("package.not_at_root", "All files stand at the root of the package.");
        }
        if (!known(name)) {
            throw PackageFault.ofPackage(
                    "package.unknown_file", "The package holds a file the standard does not know.");
        }
        if (entries.putIfAbsent(name, entry) != null) {
            throw PackageFault.ofFile("package.duplicate_file", name, "The file stands twice in the package.");
        }
    }

    private static boolean known(String name) {
        return name.equals(Manifest.FILE)
                || (name.endsWith(".csv")
                        && Version.V1_2.fileNames().contains(name.substring(0, name.length() - ".csv".length())));
    }

    private void checkRatio(String file, long unpacked, long packed) {
        if (unpacked > Limits.RATIO_FREE_BYTES && unpacked / Math.max(1, packed) > limits.ratio()) {
            throw PackageFault.ofFile(
                    "package.compression_ratio",
                    file,
                    "The file unpacks to more than " + limits.ratio() + " times its size.");
        }
    }

    private static PackageFault missingManifest() {
        return PackageFault.ofFile("package.missing_manifest", Manifest.FILE, "The package has no manifest.csv.");
    }

    private static PackageFault tooLarge() {
        return PackageFault.ofPackage("package.too_large", "The package unpacks to too many bytes.");
    }

    /** Counts what really comes out, since the directory of a ZIP may lie. */
    private final class Measured extends FilterInputStream {

        private final String file;
        private final long packed;
        private long unpacked;

        Measured(InputStream source, String file, long packed) {
            super(source);
            this.file = file;
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int count) throws IOException {
            int read = readPacked(buffer, offset, count);
            unpacked += Math.max(0, read);
            checkRatio(file, unpacked, packed);
            if (unpacked > limits.unpackedBytes()) {
                throw tooLarge();
            }
            return read;
        }

        private int readPacked(byte[] buffer, int offset, int count) throws IOException {
            try {
                return super.read(buffer, offset, count);
            } catch (ZipException | java.io.EOFException e) {
                throw PackageFault.ofFile("package.damaged_file", file, "The packed file is damaged or cut off.");
            }
        }
    }
}
