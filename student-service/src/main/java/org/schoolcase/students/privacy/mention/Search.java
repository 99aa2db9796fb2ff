package org.schoolcase.students.privacy.mention;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.schoolcase.students.privacy.archive.PartFile;

/** One search of the parts of an export: pairs of words are gathered and looked up in batches, whatever the record's size. */
final class Search {

    private static final int BATCH = 400;

    private record Candidate(String service, String kind, String path, String text, NamePairs.Pair pair) {

        /** Whether this is the same name, told better: of two with the same words the nearer, else the one with more. */
        boolean says(Candidate hit) {
            if (!text.equals(hit.text)) {
                return false;
            }
            var same = pair.first().equals(hit.pair.first()) && pair.second().equals(hit.pair.second());
            return same ? hit.pair.spans(pair) : pair.spans(hit.pair);
        }
    }

    private final UUID requestId;
    private final UUID studentId;
    private final BiFunction<UUID, List<NamePairs.Pair>, Set<Integer>> named;
    private final Consumer<Mention> found;
    private final List<Candidate> candidates = new ArrayList<>(BATCH);

    Search(
            UUID requestId,
            UUID studentId,
            BiFunction<UUID, List<NamePairs.Pair>, Set<Integer>> named,
            Consumer<Mention> found) {
        this.requestId = requestId;
        this.studentId = studentId;
        this.named = named;
        this.found = found;
    }

    void in(List<PartFile> parts) {
        for (var part : parts) {
            part.forEachRow((kind, row) -> in(part.service(), kind, row));
        }
        lookUp();
    }

    private void in(String service, String kind, JsonNode row) {
        Texts.of(row, (path, text) -> {
            for (var pair : NamePairs.in(text)) {
                candidates.add(new Candidate(service, kind, path, text, pair));
                if (candidates.size() == BATCH) {
                    lookUp();
                }
            }
        });
    }

    private void lookUp() {
        if (!candidates.isEmpty()) {
            var pairs = candidates.stream().map(Candidate::pair).toList();
            var hits = named.apply(studentId, pairs).stream()
                    .sorted()
                    .map(candidates::get)
                    .toList();
            hits.stream()
                    .filter(hit -> hits.stream().noneMatch(other -> other.says(hit)))
                    .forEach(this::tell);
            candidates.clear();
        }
    }

    private void tell(Candidate one) {
        found.accept(Mention.of(requestId, one.service(), one.kind(), one.path(), one.text(), one.pair()));
    }
}
