package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.frame.PublicText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages that everybody may read. */
class PublicPagesIT extends InBrowser {
    @Test
    void publicPagesAreLinkedFromTheFootAndNeedNoSignIn() {
        for (var text : PublicText.values()) {
            chrome.open("/connexion")
                    .touch(".footer a[href='" + text.path() + "']")
                    .await("main.page .prose");
            assertEquals(text.path(), chrome.path());
            chrome.judge(text.path().substring(1));
        }
    }

    @Test
    void theSiteMapLeadsEverywhere() {
        chrome.open("/plan-du-site").judge("plan-du-site");
        assertTrue(chrome.has("main a[href='/aide']"));
        assertTrue(chrome.has("main a[href='/connexion']"));
    }

    @Test
    void theContractOfEachApiIsReadWithHeadingsAndAnchors() {
        for (var api : List.of("/api", "/api-referentiel")) {
            chrome.open(api).judge(api.substring(1));
            assertFalse(chrome.has("main script, main table"), api);
            for (var link :
                    (List<?>) chrome.script("return [...document.querySelectorAll('main nav a')].map(a => a.hash)")) {
                assertTrue(chrome.has(":is(h2, h3)" + link), () -> api + link);
            }
        }
        chrome.open("/api").touch("main nav a[href='#createevent']");
        assertEquals("Add an event to a case", chrome.text("h3:target"));
        chrome.shows("POST /teledossiers/v1/cases/{caseId}/events", "caseNewStatus");
    }

    @Test
    void theAddressWithoutAPathLeadsToTheSignInPage() {
        assertEquals("/connexion", chrome.open("/").path());
    }
}
