package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.Wait;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import org.junit.jupiter.api.Test;

/** Checks the list of mails, over several pages: a button in a table that has changed its page by itself. */
class MailListIT extends InBrowser {
    static final int MANY = 27;

    final String recipient = "page." + NewTown.fresh().companyRegister() + "@pontcarre.example";

    static String firstButton() {
        return (String) chrome.script("return document.querySelector('#mails tbody button').id");
    }

    static void clickAndWait(String selector) {
        var before = firstButton();
        chrome.touch(selector);
        Wait.until(() -> !firstButton().equals(before));
    }

    @Test
    void aMailOfAnotherPageIsSentAgainAndThatPageIsShownAgain() {
        for (int each = 0; each < MANY; each++) {
            PlatformPagesIT.givenUp(recipient);
        }
        Database.change(
                "update mail set attempts = 9 where id = (select id from mail where recipient = ?"
                        + " order by id desc limit 1)",
                recipient);
        chrome.signIn(Visitor.national()).open("/courriels?destinataire=" + recipient.replace("@", "%40"));
        var list = chrome.local();
        assertTrue(Chrome.top(chrome.find("#mails tbody tr")) <= 320, chrome::text);

        clickAndWait("#mails th:nth-of-type(5)");
        assertEquals(list + "&tri=ATTEMPTS", chrome.local());
        clickAndWait(".ui-paginator-next");
        assertEquals(list + "&tri=ATTEMPTS&page=2", chrome.local());
        clickAndWait(".ui-paginator-prev");
        assertEquals(list + "&tri=ATTEMPTS", chrome.local());
        clickAndWait(".ui-paginator-next");
        assertTrue(chrome.text("#mails tbody tr:nth-child(2)").contains("9"), chrome::text);

        chrome.press(chrome.find("#mails tbody tr:nth-child(2) button").getDomAttribute("id"));

        chrome.shows("Le courriel va repartir.");
        assertEquals(list + "&tri=ATTEMPTS&page=2", chrome.local());
        assertEquals(
                MANY - 1,
                Database.count("mail where recipient = ? and state = 'GIVEN_UP' and attempts = 3", recipient));
        chrome.assertNoTrouble();
    }
}
