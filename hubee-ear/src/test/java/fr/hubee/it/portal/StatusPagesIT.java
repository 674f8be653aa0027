package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.Paris;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks what anybody may know of the state of the hub. */
class StatusPagesIT extends InBrowser {
    private static final String TEXT = "Le portail s’arrête <b>une heure</b> & revient";

    @AfterEach
    void forget() {
        Database.change("delete from maintenance");
    }

    @Test
    void anybodyReadsTheStateAndTheNinetyDays() {
        Database.change(
                "insert into status_day values (current_date - 3, 100000, 101, 100, 4, 0, 0) on conflict do nothing");
        chrome.signOut();
        Wait.until(() -> page("/etat").contains("99,89 %"));

        chrome.open("/etat").find("details summary").click();
        assertTrue(chrome.text().contains("99,89 %"), chrome::text);
        assertEquals("HubEE répond.", chrome.text("#state"));
        chrome.shows("Stockage des pièces");
        chrome.judge("etat");
    }

    @Test
    void maintenanceIsAnnouncedToEverybodyAsItWasTypedAndTakenBack() throws IOException, InterruptedException {
        int told = notified();
        var begin = LocalDateTime.now(Paris.ZONE).plusDays(1).truncatedTo(ChronoUnit.MINUTES);
        chrome.signIn(Visitor.national());
        chrome.open("/maintenance").judge("maintenance").press("announce");
        chrome.shows("Indiquez le début.");
        announce(begin, begin.minusHours(1));
        chrome.shows("La fin vient après le début");
        announce(begin, begin.plusHours(1));
        chrome.shows("La maintenance est annoncée");

        Wait.until(() -> page("/etat").contains("note maintenance"));
        chrome.open("/etat");
        assertTrue(chrome.text(".maintenance").endsWith(TEXT), chrome::text);
        chrome.judge("etat-maintenance");
        var feed = feed();
        assertTrue(feed.contains("&lt;b&gt;une heure&lt;/b&gt; &amp; revient"), feed);
        assertFalse(feed.contains("<b>"), feed);

        chrome.open("/maintenance").follow("button[name=withdraw]");
        chrome.shows("L’annonce est retirée.");
        Wait.until(() -> !page("/etat").contains("note maintenance"));
        assertEquals(told + 2, notified());
    }

    private static int notified() {
        return Database.count("audit_entry where action like 'MAINTENANCE_%'");
    }

    private void announce(LocalDateTime from, LocalDateTime to) {
        chrome.script("startsAt.value = arguments[0]; endsAt.value = arguments[1]", from.toString(), to.toString());
        chrome.type("text", TEXT).press("announce");
    }

    private static String page(String path) {
        return Partner.send(Partner.to(path)).expect(200).text();
    }

    private static String feed() throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Partner.address() + "/etat.atom"))
                                .build(),
                        BodyHandlers.ofString());
        assertEquals(
                "public, max-age=60",
                answer.headers().firstValue("Cache-Control").orElseThrow());
        return answer.body();
    }
}
