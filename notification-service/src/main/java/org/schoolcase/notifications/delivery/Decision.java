package org.schoolcase.notifications.delivery;

import org.schoolcase.notifications.template.Text;

/** What is to be done with a due message now. */
sealed interface Decision {

    /** Everything is known: tell this person this. */
    record Tell(Addressee addressee, Text text) implements Decision {}

    /** Something is not known yet. */
    record Wait(String missing) implements Decision {}

    /** It must not or cannot be sent. */
    record Refuse(String reason) implements Decision {}
}
