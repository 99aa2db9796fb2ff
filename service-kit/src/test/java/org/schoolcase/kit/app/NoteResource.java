package org.schoolcase.kit.app;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.schoolcase.kit.audit.Audit;
import org.schoolcase.kit.audit.AuditEntry;
import org.schoolcase.kit.http.Answers;
import org.schoolcase.kit.http.ETags;
import org.schoolcase.kit.idempotency.Idempotent;
import org.schoolcase.kit.outbox.Event;
import org.schoolcase.kit.outbox.Outbox;
import org.schoolcase.kit.paging.Cursors;
import org.schoolcase.kit.paging.Page;
import org.schoolcase.kit.problem.ProblemException;
import org.schoolcase.kit.security.Role;
import org.schoolcase.kit.tenant.Tenants;

/** Notes over HTTP. */
@Path("/v1/notes")
@RunOnVirtualThread
public class NoteResource {

    enum Colour {
        RED,
        BLUE
    }

    record NoteRequest(
            @NotBlank @Size(max = 100) String text,
            @Nullable UUID agencyId,
            @Nullable @Min(1) @Max(9) Integer stars,
            @Nullable Colour colour,
            @Nullable @Size(max = 3) List<@NotBlank @Size(max = 5) String> tags) {}

    record NoteView(UUID id, String text) {
        static NoteView of(Note note) {
            return new NoteView(note.id(), note.text());
        }
    }

    record NoteWritten(UUID noteId) implements Event {
        @Override
        public UUID key() {
            return noteId;
        }

        @Override
        public String type() {
            return "org.schoolcase.test.note-written.v1";
        }
    }

    private final EntityManager notes;
    private final Outbox outbox;
    private final Audit audit;
    private final Cursors cursors;
    private final Tenants tenants;

    NoteResource(EntityManager notes, Outbox outbox, Audit audit, Cursors cursors, Tenants tenants) {
        this.notes = notes;
        this.outbox = outbox;
        this.audit = audit;
        this.cursors = cursors;
        this.tenants = tenants;
    }

    @POST
    @RolesAllowed(Role.CASE_MANAGER)
    @Idempotent
    @Transactional
    public RestResponse<NoteView> write(@Valid @NotNull NoteRequest request) {
        if (request.text().equals("refuse")) {
            throw ProblemException.unprocessable("note.refused", "No.").citing("34 CFR 300.9");
        }
        var note = new Note(request.text(), request.agencyId());
        notes.persist(note);
        outbox.append(new NoteWritten(note.id()));
        audit.wrote(AuditEntry.of("note.write", "note", note.id()).fields("text"));
        if (request.text().equals("break")) {
            throw new IllegalStateException("A message that names Somebody");
        }
        return Answers.created("/v1/notes/" + note.id(), NoteView.of(note), note.version());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Role.CASE_MANAGER, Role.AGENCY})
    @Transactional
    public RestResponse<NoteView> read(UUID id) {
        var note = require(id);
        audit.showed(AuditEntry.of("note.read", "note", id));
        return Answers.ok(NoteView.of(note), note.version());
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.CASE_MANAGER)
    @Transactional
    public RestResponse<NoteView> rewrite(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull NoteRequest request) {
        var note = require(id);
        ETags.requireMatch(ifMatch, note.version());
        note.rewrite(request.text());
        notes.flush();
        return Answers.ok(NoteView.of(note), note.version());
    }

    @POST
    @Path("/{id}/answers")
    @RolesAllowed(Role.AGENCY)
    @Idempotent
    @Transactional
    public RestResponse<NoteView> answer(UUID id) {
        var note = require(id);
        var district = (UUID) notes.createNativeQuery("SELECT district_id FROM note WHERE id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
        tenants.enterDistrictAsAgency(district);
        note.rewrite("answered");
        outbox.append(new NoteWritten(id));
        audit.disclosed(AuditEntry.of("note.answer", "note", id));
        return Answers.ok(NoteView.of(note), note.version());
    }

    @GET
    @RolesAllowed(Role.CASE_MANAGER)
    @Transactional
    public Page<NoteView> list(
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Size(max = 2000) @Nullable String cursor) {
        var start = cursors.open("notes", cursor);
        var rows = notes.createQuery("FROM Note WHERE id > :after ORDER BY id", Note.class)
                .setParameter("after", start.isStart() ? new UUID(0, 0) : start.uuid(0))
                .setMaxResults(limit + 1)
                .getResultList();
        return cursors.page("notes", rows.stream().map(NoteView::of).toList(), limit, n -> List.of(n.id().toString()));
    }

    private Note require(UUID id) {
        return notes.createQuery("FROM Note WHERE id = :id", Note.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }
}
