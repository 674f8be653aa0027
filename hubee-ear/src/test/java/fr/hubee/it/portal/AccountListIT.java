package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.account.ActorType;
import fr.hubee.it.Wait;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Partner;
import fr.hubee.websecurity.PersonCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A list of several pages: what a {@code hubee:table} does with and without scripts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountListIT extends InBrowser {
    static final int MANY = 60;

    static NewTown town;
    static Visitor admin;

    @BeforeAll
    static void aTownHasManyAgents() {
        town = NewTown.fresh().registered();
        admin = Visitor.administrator(town);
        for (int each = 1; each < MANY; each++) {
            Visitor.of(NewPerson.camille(town.organizationKey(), ActorType.AGENT));
        }
    }

    /** The addresses of the lines, read at once: the table replaces them all. */
    @SuppressWarnings("unchecked")
    static List<String> shown() {
        return (List<String>)
                chrome.script("return [...document.querySelectorAll('#accounts tbody a')].map(each => each.href)");
    }

    static void press(String selector) {
        var before = shown();
        chrome.touch(selector);
        Wait.until(() -> !shown().equals(before));
    }

    @Test
    void aPageIsTurnedInPlaceAndTheAddressSaysWhere() {
        chrome.signIn(admin).open("/comptes").judge("comptes-liste");
        var first = shown();
        assertEquals(25, first.size());

        press(".ui-paginator-next");
        assertEquals("/comptes?page=2", chrome.local());
        var second = shown();
        assertTrue(first.stream().noneMatch(second::contains));
        assertTrue(chrome.isFocused(chrome.find(".ui-paginator-next")), chrome.focused());

        chrome.follow("#accounts tbody a").back();
        assertEquals(second, shown());
        press(".ui-paginator-next");
        assertEquals(10, shown().size());
        chrome.assertNoTrouble();
    }

    @Test
    void aHeaderSortsAndTurnsTheOrder() {
        chrome.signIn(admin).open("/comptes?actif=oui");

        press("#accounts th:nth-of-type(4)");
        assertEquals("/comptes?actif=oui&tri=TYPE", chrome.local());
        assertTrue(chrome.find("#accounts tbody tr").getText().contains("Agent"));
        press("#accounts th:nth-of-type(4)");
        assertEquals("/comptes?actif=oui&tri=TYPE&sens=desc", chrome.local());
        assertTrue(chrome.find("#accounts tbody tr").getText().contains("Administrateur local"));

        var shown = shown();
        chrome.reload();
        assertEquals(shown, shown());
        assertEquals("descending", chrome.find("#accounts th:nth-of-type(4)").getDomAttribute("aria-sort"));
        chrome.press("filter");
        assertTrue(
                chrome.local().contains("actif=oui") && chrome.local().endsWith("&tri=TYPE&sens=desc"), chrome::local);
        assertEquals(shown, shown(), "the order outlives a new filter");
    }

    @Test
    void theFirstLineIsInSightOnALowScreen() {
        chrome.wide().signIn(Visitor.national()).open("/comptes");
        assertTrue(Chrome.top(chrome.find("tbody tr")) <= 320, () -> "y = " + Chrome.top(chrome.find("tbody tr")));
        assertFalse(chrome.find("#type").isDisplayed());

        chrome.open("/comptes?type=AGENT");
        assertTrue(chrome.find("#type").isDisplayed());
        assertEquals("Agent", chrome.chosen("type"));
    }

    @Test
    void withoutScriptsLinksTurnThePagesAndSort() {
        var session = PersonCookie.NAME + "=" + admin.openSession();

        var second = page("/comptes?tri=TYPE&page=2", session);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE\""), second);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE&amp;page=3\""), second);
        assertTrue(second.contains("href=\"/comptes?tri=TYPE&amp;sens=desc\">Type d’acteur</a>"), second);
        assertTrue(second.contains("href=\"/comptes?tri=LAST_NAME\">Nom</a>"), second);
        assertFalse(second.contains("tri=ORGANIZATION"), "she has only one");
        assertFalse(second.contains("Administrateur local</td>"), second);
    }

    static String page(String path, String session) {
        return Partner.send(HttpRequest.newBuilder(URI.create(Partner.address() + path))
                        .header("Cookie", session))
                .text();
    }
}
