package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.portal.frame.PublicText;
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
    void theAddressWithoutAPathLeadsToTheSignInPage() {
        assertEquals("/connexion", chrome.open("/").path());
    }
}
