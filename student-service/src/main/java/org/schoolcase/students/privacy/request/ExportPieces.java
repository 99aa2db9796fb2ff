package org.schoolcase.students.privacy.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.schoolcase.students.privacy.archive.Cover;
import org.schoolcase.students.privacy.archive.PartFile;
import org.schoolcase.students.privacy.archive.RecordArchive;
import org.schoolcase.students.privacy.archive.Redaction;
import org.schoolcase.students.privacy.mention.Mentions;
import org.schoolcase.students.privacy.mention.Mentions.Searched;

/** Where the pieces of an export come from and go to. */
@ApplicationScoped
class ExportPieces {

    private final StudentPart own;
    private final OtherParts others;
    private final Mentions mentions;
    private final RecordArchive archive;
    private final ExportFiles files;

    ExportPieces(StudentPart own, OtherParts others, Mentions mentions, RecordArchive archive, ExportFiles files) {
        this.own = own;
        this.others = others;
        this.mentions = mentions;
        this.archive = archive;
        this.files = files;
    }

    PartFile fetch(String service, UUID exportId, @Nullable String sha256, String authorization) {
        return others.fetch(service, exportId, sha256, authorization);
    }

    /** Whether the student's numbers and addresses are left out of an export that is made now. */
    @Transactional(TxType.MANDATORY)
    boolean hidesContacts(UUID studentId) {
        return own.hidesContacts(studentId);
    }

    /** Puts this service's own part before the others', and looks for names of other students in all. */
    @Transactional(TxType.MANDATORY)
    Searched search(AccessRequestView request, boolean contactsHidden, Parts parts) {
        try {
            parts.first(own.assemble(request.studentId(), contactsHidden));
        } catch (IOException e) {
            throw new UncheckedIOException("A part cannot be written", e);
        }
        return mentions.search(request.id(), request.studentId(), parts.all());
    }

    /** Stores all parts as one file. */
    @Transactional(TxType.MANDATORY)
    ExportFiles.Stored store(AccessRequestView request, Parts parts, Redaction redaction) {
        var cover = new Cover(
                request.id(),
                request.studentId(),
                request.receivedOn(),
                request.due().on(),
                request.due().citation());
        try {
            return files.store(request.id(), out -> archive.write(cover, parts.all(), redaction, out));
        } catch (IOException e) {
            throw new UncheckedIOException("An export cannot be written", e);
        }
    }

    Duration keep() {
        return files.keep();
    }
}
