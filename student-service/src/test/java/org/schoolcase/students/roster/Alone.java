package org.schoolcase.students.roster;

import java.util.function.ObjLongConsumer;
import org.schoolcase.students.roster.merge.ImportRun;

/** An import while nobody asks the service for anything, watched after each transaction. */
record Alone(ObjLongConsumer<String> watcher) implements ImportRun.Checkpoint {

    @Override
    public void reached(String file, long line) {
        watcher.accept(file, line);
    }

    @Override
    public boolean isQuiet() {
        return true;
    }
}
