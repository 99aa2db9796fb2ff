package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.delivery.Decision.Refuse;
import org.schoolcase.notifications.delivery.Decision.Wait;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.ledger.Messages;
import org.schoolcase.notifications.profile.CaseProfile;
import org.schoolcase.notifications.profile.Guardian;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.profile.StaffProfile;
import org.schoolcase.notifications.profile.StudentProfile;
import org.schoolcase.notifications.rule.Audience;
import org.schoolcase.notifications.rule.Channel;

/** Finds out to whom a message goes. Never guesses: what is not known is waited for, who may not be told is not. */
@ApplicationScoped
class Addressing {

    /** One address and nothing else: no list, no display name, no line break. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"()]{1,64}@[^\\s\\p{Cntrl}@<>,;:\"()]{1,190}");

    private final Profiles profiles;
    private final Messages messages;
    private final Clock clock;

    Addressing(Profiles profiles, Messages messages, Clock clock) {
        this.profiles = profiles;
        this.messages = messages;
        this.clock = clock;
    }

    /** Fixes the recipient where that is still open (a family of two gets a second message), and looks him up. */
    Decision address(
            Message message, Audience audience, StudentProfile student, Function<Addressee, Decision> whenReachable) {
        if (audience == Audience.REQUESTING_GUARDIAN && message.requestedBy() == null) {
            // An adult student asked: no address of a student is known here, and his parents are not told instead.
            return new Refuse("recipient.no-address");
        }
        var recipient = recipient(message, audience, student);
        if (recipient == null) {
            return new Wait(missing(audience));
        }
        return audience.isFamily()
                ? student.entitled(recipient)
                        .map(guardian -> reach(message, of(guardian), whenReachable))
                        .orElseGet(() -> new Refuse("recipient.not-entitled"))
                : profiles.staff(recipient)
                        .map(staff -> staff(message, staff, whenReachable))
                        .orElseGet(() -> new Wait("missing.staff"));
    }

    private @Nullable UUID recipient(Message message, Audience audience, StudentProfile student) {
        if (message.recipientId() == null) {
            var recipients = recipients(message, audience, student);
            if (recipients.isEmpty()) {
                return null;
            }
            message.addressTo(recipients.getFirst());
            recipients.stream().skip(1).forEach(other -> messages.queue(message.alsoTo(other, clock.instant())));
        }
        return message.recipientId();
    }

    private List<UUID> recipients(Message message, Audience audience, StudentProfile student) {
        return switch (audience) {
            case CASE_MANAGER ->
                known(message.caseId()).stream()
                        .flatMap(id -> profiles.caseOf(id).stream())
                        .map(CaseProfile::caseManagerId)
                        .toList();
            case REQUESTER, REQUESTING_GUARDIAN -> known(message.requestedBy());
            case GUARDIANS_WITH_RIGHTS ->
                student.entitled().stream().map(Guardian::guardianId).toList();
        };
    }

    private static Decision staff(Message message, StaffProfile staff, Function<Addressee, Decision> whenReachable) {
        return staff.isActive() ? reach(message, of(staff), whenReachable) : new Refuse("recipient.inactive");
    }

    private static Decision reach(Message message, Addressee addressee, Function<Addressee, Decision> whenReachable) {
        if (message.channel() != Channel.EMAIL) {
            return whenReachable.apply(addressee);
        }
        if (addressee.email() == null || addressee.email().isBlank()) {
            return new Wait("missing.email");
        }
        return ADDRESS.matcher(addressee.email()).matches()
                ? whenReachable.apply(addressee)
                : new Refuse("address.invalid");
    }

    private static Addressee of(Guardian guardian) {
        return new Addressee(guardian.guardianId(), "", guardian.language(), guardian.email());
    }

    private static Addressee of(StaffProfile staff) {
        return new Addressee(staff.id(), staff.firstName(), staff.language(), staff.email());
    }

    private static List<UUID> known(@Nullable UUID id) {
        return id == null ? List.of() : List.of(id);
    }

    private static String missing(Audience audience) {
        return switch (audience) {
            case CASE_MANAGER -> "missing.case";
            case REQUESTER -> "missing.requester";
            case GUARDIANS_WITH_RIGHTS, REQUESTING_GUARDIAN -> "missing.guardian";
        };
    }
}
