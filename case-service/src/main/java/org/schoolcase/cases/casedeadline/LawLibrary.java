package org.schoolcase.cases.casedeadline;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.schoolcase.cases.deadline.DeadlineEngine;
import org.schoolcase.cases.deadline.RuleBook;

/** Reads the rules of law at start; a mistake in a rule file, named with file and line, keeps the service from starting. */
@Singleton
class LawLibrary {

    private static final Logger LOG = Logger.getLogger(LawLibrary.class);

    @Produces
    @Singleton
    @Startup
    DeadlineEngine engine() {
        var rules = RuleBook.load();
        LOG.infof("Rules of law of %d jurisdictions read", rules.size());
        return new DeadlineEngine(rules);
    }
}
