package org.schoolcase.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes an invented district. Memory does not grow with its size. */
public final class Simulator {

    private final District district;

    public Simulator(District district) {
        this.district = district;
    }

    /** The OneRoster package as a ZIP; the stream is closed. */
    public void writeRoster(OutputStream out) throws IOException {
        try (var zip = FileSet.zip(out)) {
            new RosterFiles(district).writeTo(zip);
        }
    }

    /** The OneRoster files into a folder. */
    public void writeRoster(Path folder) throws IOException {
        try (var files = FileSet.folder(folder)) {
            new RosterFiles(district).writeTo(files);
        }
    }

    /**
     * What the services take in besides the roster, into a folder.
     *
     * @param days school days of attendance
     */
    public void writeServiceData(Path folder, int days) throws IOException {
        try (var files = FileSet.folder(folder)) {
            new ServiceFiles(district, days).writeTo(files);
        }
    }
}
