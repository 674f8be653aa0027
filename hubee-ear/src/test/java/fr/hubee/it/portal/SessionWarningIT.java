package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.NewTown;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An hour without a request ends a session: the page warns, and what was typed comes back. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionWarningIT {
    static final String SHOWN = "document.dispatchEvent(new Event('visibilitychange'))";

    static Chrome chrome;

    final Visitor camille = Visitor.agent(NewTown.fresh().registered());

    @BeforeAll
    static void open() throws IOException {
        chrome = Chrome.start();
    }

    @AfterAll
    static void close() {
        chrome.close();
    }

    void unusedFor(String time) {
        assertEquals(
                1,
                Visitor.change(
                        "update person_session set used_at = now() - cast(? as interval) where account_id = ?",
                        time,
                        camille.id()));
    }

    @Test
    void twoMinutesBeforeTheEndThePageWarnsAndOneClickProlongs() {
        chrome.signIn(camille).open("/profil").script(SHOWN);
        unusedFor("58 minutes 30 seconds");
        chrome.script(SHOWN);
        chrome.await("#session-warning[open]").judge("session-finissante");

        chrome.touch("[data-extends]").await("#session-warning:not([open])");

        chrome.script(SHOWN);
        chrome.open("/profil");
        assertEquals("Mon profil", chrome.title());
    }

    @Test
    void whatIsProlongedInOneTabIsInTheOthers() {
        chrome.signIn(camille).open("/profil");
        unusedFor("59 minutes");
        chrome.script(SHOWN);
        chrome.await("#session-warning[open]");

        unusedFor("1 minute");
        chrome.script(SHOWN);

        chrome.await("#session-warning:not([open])");
    }

    @Test
    void whatWasTypedComesBackAfterSigningInAndIsForgottenOnceSent() {
        chrome.signIn(camille).open("/profil").type("function", "Secrétaire de mairie");
        camille.loseSessions();
        chrome.press("save");
        assertEquals("/connexion", chrome.path());
        assertTrue(chrome.address().contains("vers=%2Fprofil"), chrome.address());

        chrome.signIn(camille).open("/profil");
        assertEquals("Secrétaire de mairie", chrome.find("#function").getDomProperty("value"));
        assertTrue(chrome.text().contains("Ce que vous aviez saisi"), chrome::text);
        chrome.judge("saisie-retrouvee").press("save");

        assertTrue(chrome.text().contains("Votre profil est enregistré."), chrome::text);
        assertEquals("Secrétaire de mairie", chrome.find("#function").getDomProperty("value"));
        assertFalse(chrome.text().contains("Ce que vous aviez saisi"), chrome::text);
    }

    @Test
    void whatOnePersonTypedIsNotShownToTheNext() {
        chrome.signIn(camille).open("/profil").type("function", "Confidentiel");
        camille.loseSessions();

        chrome.signIn(Visitor.agent(NewTown.fresh().registered())).open("/profil");

        assertEquals("", chrome.find("#function").getDomProperty("value"));
    }

    @Test
    void aPageThatTheServerHasForgottenOpensAgainWithWhatWasTyped() {
        chrome.signIn(camille).open("/profil").type("function", "Maire");
        chrome.forget("JSESSIONID").press("save");

        assertEquals("/profil", chrome.path());
        assertTrue(chrome.text().contains("ouverte depuis trop longtemps"), chrome::text);
        assertEquals("Maire", chrome.find("#function").getDomProperty("value"));
    }
}
