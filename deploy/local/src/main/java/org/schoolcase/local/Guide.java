package org.schoolcase.local;

import java.util.Map;
import java.util.TreeMap;

/** What a user can do with the running suite, as text. */
final class Guide {
    private final Suite suite;

    Guide(Suite suite) {
        this.suite = suite;
    }

    String text() {
        return addresses() + people() + requests();
    }

    private String addresses() {
        StringBuilder text = new StringBuilder("\nServices and their API explorers (log in with a demo user):\n");
        for (Service service : suite.options().services()) {
            text.append("  %-21s %s   %s/q/swagger-ui%n"
                    .formatted(service.module(), suite.url(service), suite.url(service)));
        }
        return text.append("  %-21s http://127.0.0.1:%d/%n"
                        .formatted("mails sent", suite.options().ports().inboxPage()))
                .append("  %-21s %s  (user admin, password: keycloak.admin in %s)%n"
                        .formatted(
                                "Keycloak",
                                suite.issuer("").replace("/realms/", ""),
                                suite.options().state().resolve("secrets.properties")))
                .toString();
    }

    private static String people() {
        StringBuilder text = new StringBuilder("\nDemo users of %s, all with the password %s:%n"
                .formatted(DemoWorld.MULBERRY.name(), DemoWorld.PASSWORD));
        Map<String, String> sorted = new TreeMap<>(DemoWorld.PEOPLE);
        sorted.forEach((user, person) -> text.append("  %-17s %s%n".formatted(user, person)));
        return text.append("  (the same user names exist in the realm %s of %s)%n"
                        .formatted(DemoWorld.FAIRBANKS.realm(), DemoWorld.FAIRBANKS.name()))
                .append(
                        "  machines: sis-sync in each district, agency-harbor and agency-canyon in the realm agencies,\n")
                .append("  operator-cli in the realm operator; the secret is demo-<client>\n")
                .toString();
    }

    private String requests() {
        String students = suite.url(Service.STUDENT);
        return """

                A token (good for five minutes):
                  TOKEN=$(curl -s %1$s/protocol/openid-connect/token -d grant_type=password \\
                    -d client_id=schoolcase-cli -d username=case-manager -d password=%2$s \\
                    | sed 's/.*"access_token":"\\([^"]*\\).*/\\1/')

                Three requests to try:
                  curl -s %3$s/v1/students/search -H "Authorization: Bearer $TOKEN" \\
                    -H 'Content-Type: application/json' -d '{"text": "pumper", "limit": 5}'
                  curl -s '%4$s/v1/cases?limit=5' -H "Authorization: Bearer $TOKEN"
                  curl -s '%5$s/v1/inbox?limit=5' -H "Authorization: Bearer $TOKEN"

                """.formatted(
                        suite.issuer(DemoWorld.MULBERRY.realm()),
                        DemoWorld.PASSWORD,
                        students,
                        suite.url(Service.CASE),
                        suite.url(Service.NOTIFICATION));
    }
}
