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

    @Test
    void whatIsHiddenIsJudgedWhenItIsShownAndNotAgainElsewhere() {
        chrome.signOut().open("/connexion").problems("connexion");

        chrome.script("""
                document.querySelector("main").insertAdjacentHTML("beforeend", '<p class="placed"><input type="text"></p>');
                Object.assign(document.querySelector(".placed").style, { top: "1px", display: "none" })""");
        assertEquals(List.of(), chrome.problems("connexion-cachee"));
        chrome.script("document.querySelector('.placed').style.display = 'block'");
        assertEquals(2, chrome.problems("connexion-montree").size(), "it has no name");
        chrome.script("document.querySelector('.placed').style.top = '2px'");
        assertEquals(List.of(), chrome.problems("connexion-deplacee"));
    }

    @Test
    void aPageWithSomethingNewIsJudgedWhollyAndInOtherViewsAroundWhatIsNew() {
        chrome.signOut().open("/connexion");
        chrome.script("""
                document.querySelector("main").insertAdjacentHTML("beforeend", '<div class="odd"><ul><li>a</li></ul></div>')""");
        assertEquals(List.of(), chrome.problems("connexion-liste"));

        chrome.script("""
                document.querySelector(".odd ul").insertAdjacentHTML("beforeend", "<p>b</p>");
                document.title = ''""");
        var wrong = chrome.problems("connexion-liste-fausse");

        assertEquals(3, wrong.size(), wrong::toString);
        assertTrue(wrong.get(0).startsWith("LIGHT: document-title: <html"), wrong::toString);
        assertTrue(wrong.get(1).startsWith("LIGHT: list: <ul"), wrong::toString);
        assertTrue(wrong.get(2).startsWith("NARROW: list: <ul"), wrong::toString);
    }
}
