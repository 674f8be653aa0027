package fr.hubee.portal.desk.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.portal.desk.home.SecurityTextServlet.SecurityText;
import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SecurityTextTest {

    @Test
    void itSaysWhomToTellAndUntilWhenThatIsTrue() {
        var text = new SecurityText(URI.create("mailto:securite@hubee.example"), URI.create("https://hubee.example"));

        assertEquals("""
                Contact: mailto:securite@hubee.example
                Expires: 2026-12-25T00:00:00Z
                Preferred-Languages: fr, en
                Canonical: https://hubee.example/.well-known/security.txt
                """, text.at(Instant.parse("2026-11-25T22:15:00Z")));
    }
}
