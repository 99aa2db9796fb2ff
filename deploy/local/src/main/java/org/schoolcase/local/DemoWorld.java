package org.schoolcase.local;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The invented districts, agencies and people of the demo; the realms in {@code deploy/keycloak} know the same. */
public final class DemoWorld {
    /** The password of every demo user; it opens nothing but this machine's demo. */
    public static final String PASSWORD = "mulberry-demo";

    public static final District MULBERRY = new District(
            UUID.fromString("a0000000-0000-4000-8000-00000000000a"),
            "Mulberry Canyon Consolidated School District",
            "US-AZ",
            "America/Phoenix",
            List.of("en", "es"),
            "district-mulberry",
            "v1p1-district-medium");
    public static final District FAIRBANKS = new District(
            UUID.fromString("b0000000-0000-4000-8000-00000000000b"),
            "Mulberry Fairbanks Elementary District",
            "US-IA",
            "America/Chicago",
            List.of("en"),
            "district-fairbanks",
            "v1p1-school-small");
    public static final List<District> DISTRICTS = List.of(MULBERRY, FAIRBANKS);

    public static final Agency HARBOR = new Agency(
            UUID.fromString("c0000000-0000-4000-8000-00000000000c"),
            "Harbor Family Counseling",
            "Counseling for students and their families",
            "intake@harbor.example",
            "agency-harbor",
            new Offer(
                    UUID.fromString("c0000000-0000-4000-8000-0000000000c1"),
                    "Family counseling",
                    "counseling",
                    List.of("en", "es")));
    public static final Agency CANYON = new Agency(
            UUID.fromString("c0000000-0000-4000-8000-00000000000d"),
            "Canyon Speech Partners",
            "Speech and language therapy",
            "referrals@canyon-speech.example",
            "agency-canyon",
            new Offer(
                    UUID.fromString("c0000000-0000-4000-8000-0000000000d1"),
                    "Speech therapy",
                    "speech-therapy",
                    List.of("en")));
    public static final List<Agency> AGENCIES = List.of(HARBOR, CANYON);

    /** Who is who at Mulberry Canyon: user name to person. */
    public static final Map<String, String> PEOPLE = Map.ofEntries(
            Map.entry("district-admin", "Camila Cartwheel"),
            Map.entry("school-admin", "Olga Lanternfish, Hazelnut Fairbanks High School"),
            Map.entry("coordinator", "Malik Everglade"),
            Map.entry("case-manager", "Thandiwe Thistledown, Hazelnut Fairbanks High School"),
            Map.entry("teacher", "Winnie Bramblewood, Hazelnut Fairbanks High School"),
            Map.entry("service-provider", "Caspian Copperpot, Hazelnut Fairbanks High School"),
            Map.entry("guardian", "Marisol Pumpernickel"),
            Map.entry("student", "Harriet Wickerbasket, grade 12"),
            Map.entry("auditor", "Ada Abacus"));

    private DemoWorld() {}

    /** A district with its realm and its roster under {@code deploy/demo}. */
    public record District(
            UUID id,
            String name,
            String jurisdiction,
            String timeZone,
            List<String> languages,
            String realm,
            String roster) {}

    /** An agency with its client of the realm {@code agencies} and the one service it offers. */
    public record Agency(UUID id, String name, String description, String email, String client, Offer offer) {}

    /** A service that an agency offers. */
    public record Offer(UUID id, String name, String need, List<String> languages) {}
}
