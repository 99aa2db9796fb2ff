package org.schoolcase.students.privacy.mention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.schoolcase.kit.sql.Query;
import org.schoolcase.kit.sql.Rows;
import org.schoolcase.students.privacy.archive.PartFile;
import org.schoolcase.students.privacy.archive.Redaction;

/** The mentions of other students in an export, and what was decided of them. */
@ApplicationScoped
public class Mentions {

    /** What a search came to: how many names await a decision, and what is left out once none does. */
    public record Searched(long undecided, Redaction redaction) {}

    private static final String ADD = """
            insert into access_mention (id, request_id, service, kind, path, text_hash, matched, excerpt)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;

    private final Rows rows;
    private final OtherStudents others;

    Mentions(Rows rows, OtherStudents others) {
        this.rows = rows;
        this.others = others;
    }

    /** Searches the parts anew; what was decided of the same words in the same text stays decided. */
    @Transactional(TxType.MANDATORY)
    public Searched search(UUID requestId, UUID studentId, List<PartFile> parts) {
        rows.write("delete from access_mention where request_id = ? and decision is null", requestId);
        var found = new HashSet<UUID>();
        new Search(requestId, studentId, others::named, mention -> {
                    if (found.add(mention.id())) {
                        add(requestId, mention);
                    }
                })
                .in(parts);
        var redacted = rows.list(
                Query.of("select * from access_mention where request_id = ? and decision = 'REDACT'", requestId),
                Mentions::mention);
        return new Searched(
                undecided(requestId),
                new DecidedRedaction(redacted.stream()
                        .filter(mention -> found.contains(mention.id()))
                        .toList()));
    }

    /** Once an export is gone, the names go too; that and why it was decided stays. */
    public void forgetExpired(OffsetDateTime now) {
        rows.write(
                "update access_mention m set matched = '', excerpt = '' from access_request r"
                        + " where r.district_id = m.district_id and r.id = m.request_id and m.excerpt <> ''"
                        + " and (r.expires_at <= ? or r.state = 'WITHDRAWN')",
                now);
    }

    private long undecided(UUID requestId) {
        return rows.first(
                        Query.of(
                                "select count(*) from access_mention where request_id = ? and decision is null",
                                requestId),
                        row -> row.getLong(1))
                .orElseThrow();
    }

    private void add(UUID requestId, Mention mention) {
        rows.write(
                ADD,
                mention.id(),
                requestId,
                mention.service(),
                mention.kind(),
                mention.path(),
                mention.textHash(),
                mention.matched(),
                mention.excerpt());
    }

    private static Mention mention(ResultSet row) throws SQLException {
        return new Mention(
                row.getObject("id", UUID.class),
                row.getString("service"),
                row.getString("kind"),
                row.getString("path"),
                row.getString("text_hash"),
                row.getString("matched"),
                row.getString("excerpt"));
    }
}
