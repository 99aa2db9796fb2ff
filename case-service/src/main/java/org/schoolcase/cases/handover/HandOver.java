package org.schoolcase.cases.handover;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.schoolcase.cases.casefile.CaseFile;
import org.schoolcase.cases.casefile.TeamMember;
import org.schoolcase.cases.staffprofile.StaffProfiles;
import org.schoolcase.kit.id.Ids;
import org.schoolcase.kit.problem.ProblemException;

/** Moves locked cases from one person to another with every open duty; what would drop rolls everything back. */
@ApplicationScoped
class HandOver {

    /** What is to be done. */
    record Order(
            UUID from, UUID to, String reason, @Nullable String fingerprint, LocalDate today) {}

    sealed interface Outcome {
        record Done(List<HandOverView> handOvers) implements Outcome {}

        record SamePerson() implements Outcome {}

        record StaffUnknown() implements Outcome {}

        /** Cases whose student the new person has no relation to. */
        record WithoutRelation(List<UUID> cases) implements Outcome {}

        /** Cases in which the old person has neither a place on the team nor a duty. */
        record NothingToHandOver(List<UUID> cases) implements Outcome {}

        /** The open duties are others than those seen before. */
        record Changed(String fingerprint) implements Outcome {}
    }

    private final OpenDuties duties;
    private final Memberships memberships;
    private final StaffProfiles staff;
    private final HandOverNotes notes;

    HandOver(OpenDuties duties, Memberships memberships, StaffProfiles staff, HandOverNotes notes) {
        this.duties = duties;
        this.memberships = memberships;
        this.staff = staff;
        this.notes = notes;
    }

    Outcome handle(List<CaseFile> files, Order order) {
        if (order.from().equals(order.to())) {
            return new Outcome.SamePerson();
        }
        if (!staff.isKnown(order.to())) {
            return new Outcome.StaffUnknown();
        }
        var related = staff.related(
                order.to(), files.stream().map(CaseFile::studentId).distinct().toList());
        var strange = files.stream()
                .filter(file -> !related.contains(file.studentId()))
                .toList();
        return strange.isEmpty() ? move(files, order) : new Outcome.WithoutRelation(ids(strange));
    }

    private Outcome move(List<CaseFile> files, Order order) {
        var cases = ids(files);
        var open = duties.of(cases, order.from(), order.today());
        var fingerprint = OpenDuties.fingerprint(open);
        if (order.fingerprint() != null && !order.fingerprint().equals(fingerprint)) {
            return new Outcome.Changed(fingerprint);
        }
        var roles = memberships.roles(cases, order.from(), order.today());
        var byCase = open.stream().collect(Collectors.groupingBy(Duty::caseId));
        var nothing = cases.stream()
                .filter(id -> !roles.containsKey(id) && !byCase.containsKey(id))
                .toList();
        if (!nothing.isEmpty()) {
            return new Outcome.NothingToHandOver(nothing);
        }
        replace(cases, roles, order);
        requireNothingDropped(cases, open, order);
        return new Outcome.Done(told(files, roles, byCase, order));
    }

    private void replace(List<UUID> cases, Map<UUID, List<TeamMember.Role>> roles, Order order) {
        memberships.end(cases, order.from(), order.today());
        for (var id : cases) {
            roles(roles, id).forEach(role -> memberships.begin(id, order.to(), role, order.today()));
        }
        duties.move(cases, order.from(), order.to());
    }

    /** Asks every sort of duty again: the old person bears none, the new one all. */
    private void requireNothingDropped(List<UUID> cases, List<Duty> moved, Order order) {
        var dropped = new ArrayList<>(duties.of(cases, order.from(), order.today()));
        dropped.addAll(OpenDuties.missing(moved, duties.of(cases, order.to(), order.today())));
        if (!dropped.isEmpty()) {
            throw ProblemException.conflict(
                            "hand-over.would-drop", "Some open duties would stay behind, so nothing was handed over.")
                    .with("duties", dropped.stream().distinct().toList());
        }
    }

    private List<HandOverView> told(
            List<CaseFile> files, Map<UUID, List<TeamMember.Role>> roles, Map<UUID, List<Duty>> byCase, Order order) {
        var done = new ArrayList<HandOverView>();
        for (var file : files) {
            var view = new HandOverView(
                    Ids.next(),
                    file.id(),
                    file.studentId(),
                    order.from(),
                    order.to(),
                    roles(roles, file.id()),
                    order.today(),
                    order.reason(),
                    byCase.getOrDefault(file.id(), List.of()));
            notes.handedOver(file, view);
            done.add(view);
        }
        return done;
    }

    /** One who has duties without a place on the team gives them to a plain member. */
    private static List<TeamMember.Role> roles(Map<UUID, List<TeamMember.Role>> roles, UUID caseId) {
        return roles.getOrDefault(caseId, List.of(TeamMember.Role.MEMBER)).stream()
                .distinct()
                .toList();
    }

    private static List<UUID> ids(List<CaseFile> files) {
        return files.stream().map(CaseFile::id).toList();
    }
}
