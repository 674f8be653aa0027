package fr.hubee.it.portal;

import fr.hubee.it.OverHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests of the portal in a browser, which is kept for the whole class. */
abstract class InBrowser extends OverHttp {
    static Chrome chrome;

    @BeforeAll
    static void startBrowser() throws IOException {
        chrome = Chrome.start();
    }

    @AfterAll
    static void closeBrowser() {
        chrome.close();
    }
}
