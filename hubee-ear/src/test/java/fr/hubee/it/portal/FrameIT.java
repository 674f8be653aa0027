package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.NewTown;
import fr.hubee.it.Partner;
import java.io.IOException;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What surrounds every page: the menu that a person has, what is refused, what fails. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FrameIT {
    static Chrome chrome;

    @BeforeAll
    static void open() throws IOException {
        chrome = Chrome.start();
    }

    @AfterAll
    static void close() {
        chrome.close();
    }

    @Test
    void anAddressThatLeadsNowhereIsToldInTheFrame() {
        chrome.signIn(Visitor.agent(NewTown.fresh().registered())).open("/nulle-part");

        assertEquals("Cette page n’existe pas", chrome.title());
        assertEquals("Camille Verneuil", chrome.find(".who-name").getText());
        chrome.expectingError(404).judge("erreur-404");
    }

    @Test
    void anAgentFindsHerWorkInTheMenu() {
        chrome.signIn(Visitor.agent(NewTown.fresh().registered())).open("/accueil");

        assertTrue(chrome.has(".menu"));
    }

    @Test
    void softwareIsAnsweredAsBefore() {
        var answer = Partner.of("demo-admin").get("/nulle-part");

        assertEquals(404, answer.status());
        assertEquals("Not found", answer.error());
    }
}
