package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the checks of the browser tests: an element that no page had before is checked, and a wrong one is reported. */
class JudgedIT extends InBrowser {
    @Test
    void whatNoPageHadBeforeIsJudgedInAllViewsAndOnce() {
        chrome.signOut().open("/connexion").problems("connexion");

        chrome.script("""
                document.querySelector("main").insertAdjacentHTML("beforeend",
                  '<p class="unheard"><input type="text"></p>')""");
        var wrong = chrome.problems("connexion-sans-nom");

        assertEquals(2, wrong.size(), wrong::toString); // the colours of the dark view are right
        assertTrue(wrong.get(0).startsWith("LIGHT: label: <input"), wrong::toString);
        assertTrue(wrong.get(1).startsWith("NARROW: label: <input"), wrong::toString);
        assertEquals(List.of(), chrome.problems("connexion-encore"));
        chrome.script("document.querySelector('.unheard input').setAttribute('aria-invalid', 'true')");
        assertEquals(2, chrome.problems("connexion-en-erreur").size(), "another state of it");
    }
}
