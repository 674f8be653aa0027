package fr.hubee.portal.desk.home;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The contact for vulnerability reports (RFC 9116); it expires after a month. */
record SecurityText(URI contact, URI portal) {
    static final String PATH = "/.well-known/security.txt";

    private static final int DAYS_GOOD = 30;

    String at(Instant now) {
        return """
                Contact: %s
                Expires: %s
                Preferred-Languages: fr, en
                Canonical: %s%s
                """.formatted(contact, now.truncatedTo(ChronoUnit.DAYS).plus(DAYS_GOOD, ChronoUnit.DAYS), portal, PATH);
    }
}
