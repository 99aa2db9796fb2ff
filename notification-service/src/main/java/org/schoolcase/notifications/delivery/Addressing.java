package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.schoolcase.notifications.delivery.Decision.Refuse;
import org.schoolcase.notifications.delivery.Decision.Wait;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.ledger.Messages;
import org.schoolcase.notifications.profile.FamilyMember;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.profile.StaffProfile;
import org.schoolcase.notifications.profile.StudentProfile;
import org.schoolcase.notifications.rule.Audience;
import org.schoolcase.notifications.rule.Capacity;
import org.schoolcase.notifications.rule.Channel;
import org.schoolcase.notifications.rule.Rule;

/** Finds out to whom a message goes. Never guesses: what is not known is waited for, who may not be told is not. */
@ApplicationScoped
class Addressing {

    /** One address and nothing else: no list, no display name, no line break. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s\\p{Cntrl}@<>,;:\"()]{1,64}@[^\\s\\p{Cntrl}@<>,;:\"()]{1,190}");

    private final Recipients recipients;
    private final Profiles profiles;
    private final Messages messages;
    private final Pace pace;

    Addressing(Recipients recipients, Profiles profiles, Messages messages, Pace pace) {
        this.recipients = recipients;
        this.profiles = profiles;
        this.messages = messages;
        this.pace = pace;
    }

    /** Fixes the recipient where that is still open (a family of two gets a second message), and looks him up. */
    Decision address(Message message, Rule rule, StudentProfile student, Function<Addressee, Decision> whenReachable) {
        var audience = rule.audience();
        var recipient = recipient(message, rule, student);
        if (recipient == null) {
            return new Wait(missing(audience));
        }
        return audience.isFamily()
                ? student.entitled(recipient, rule.alsoToParents())
                        .map(person -> reach(message, of(person), whenReachable))
                        .orElseGet(() -> notEntitled(message, audience, student, recipient))
                : profiles.staff(recipient)
                        .map(staff -> staff(message, staff, whenReachable))
                        .orElseGet(() -> new Wait("missing.staff"));
    }

    private @Nullable UUID recipient(Message message, Rule rule, StudentProfile student) {
        if (message.recipientId() == null) {
            var all = recipients.first(message, rule, student);
            if (all.isEmpty()) {
                return null;
            }
            message.addressTo(all.getFirst());
            all.stream().skip(1).forEach(other -> messages.queue(message.alsoTo(other, pace.now())));
        }
        return message.recipientId();
    }

    /**
     * Who exercised a right may be known to have it only later, by another topic than the one that told of his request; so may
     * an adult student whose record was merged, of whom the surviving one's state is still to come.
     */
    private Decision notEntitled(Message message, Audience audience, StudentProfile student, UUID recipient) {
        var unknown = recipient.equals(student.id())
                || (audience == Audience.REQUESTING_GUARDIAN && !student.knows(recipient));
        return unknown && !pace.isTooLateToBecomeKnown(message)
                ? new Wait(missing(audience))
                : new Refuse("recipient.not-entitled");
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

    private static Addressee of(FamilyMember person) {
        return new Addressee(person.id(), "", person.language(), person.email(), person.capacity());
    }

    private static Addressee of(StaffProfile staff) {
        return new Addressee(staff.id(), staff.firstName(), staff.language(), staff.email(), Capacity.STAFF);
    }

    private static String missing(Audience audience) {
        return switch (audience) {
            case CASE_MANAGER -> "missing.case";
            case REQUESTER -> "missing.requester";
            case GUARDIANS_WITH_RIGHTS, REQUESTING_GUARDIAN -> "missing.guardian";
        };
    }
}
