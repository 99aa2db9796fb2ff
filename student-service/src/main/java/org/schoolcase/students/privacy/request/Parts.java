package org.schoolcase.students.privacy.request;

import java.util.ArrayList;
import java.util.List;
import org.schoolcase.students.privacy.archive.PartFile;

/** The parts of one export while it is made; closed, nothing of them is left. */
final class Parts implements AutoCloseable {

    private final List<PartFile> all = new ArrayList<>();

    void add(PartFile part) {
        all.add(part);
    }

    void first(PartFile part) {
        all.addFirst(part);
    }

    List<PartFile> all() {
        return List.copyOf(all);
    }

    @Override
    public void close() {
        all.forEach(PartFile::close);
    }
}
