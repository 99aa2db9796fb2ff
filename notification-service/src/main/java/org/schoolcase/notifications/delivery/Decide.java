package org.schoolcase.notifications.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import org.schoolcase.kit.tenant.District;
import org.schoolcase.notifications.delivery.Decision.Refuse;
import org.schoolcase.notifications.delivery.Decision.Tell;
import org.schoolcase.notifications.delivery.Decision.Wait;
import org.schoolcase.notifications.ledger.Message;
import org.schoolcase.notifications.profile.AgencyProfile;
import org.schoolcase.notifications.profile.CurrentDistrict;
import org.schoolcase.notifications.profile.Profiles;
import org.schoolcase.notifications.profile.StudentProfile;
import org.schoolcase.notifications.rule.Rule;
import org.schoolcase.notifications.rule.Rules;
import org.schoolcase.notifications.template.Languages;
import org.schoolcase.notifications.template.Templates;
import org.schoolcase.notifications.template.Words;

/** Decides what is to be done with a due message, with what the read models know now. */
@ApplicationScoped
class Decide {

    private final Rules rules;
    private final Profiles profiles;
    private final Addressing addressing;
    private final Templates templates;
    private final CurrentDistrict district;

    Decide(Rules rules, Profiles profiles, Addressing addressing, Templates templates, CurrentDistrict district) {
        this.rules = rules;
        this.profiles = profiles;
        this.addressing = addressing;
        this.templates = templates;
        this.district = district;
    }

    Decision on(Message message) {
        var rule = rules.find(message.rule());
        if (rule.isEmpty()) {
            return new Refuse("rule.withdrawn");
        }
        return profiles.student(message.cause().studentId())
                .map(student -> addressing.address(
                        message, rule.get(), student, reached -> tell(message, rule.get(), student, reached)))
                .orElseGet(() -> new Wait("missing.student"));
    }

    private Decision tell(Message message, Rule rule, StudentProfile student, Addressee addressee) {
        var agencyId = message.cause().agencyId();
        if (agencyId == null) {
            return write(message, rule, student, "", addressee);
        }
        return profiles.agency(agencyId)
                .map(AgencyProfile::name)
                .map(agency -> write(message, rule, student, agency, addressee))
                .orElseGet(() -> new Wait("missing.agency"));
    }

    private Decision write(Message message, Rule rule, StudentProfile student, String agency, Addressee addressee) {
        District here = district.get();
        var words = new Words(
                addressee.name(),
                student.firstName(),
                student.initials(),
                agency,
                here.name(),
                LocalDate.ofInstant(message.cause().occurredAt(), here.timeZone()),
                message.cause().dueOn());
        var language = Languages.choose(addressee.language(), here.languages());
        return new Tell(
                addressee, templates.write(rule.kind(addressee.capacity()), message.channel(), language, words));
    }
}
