package fr.hubee.it.portal;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Tests that look at the portal in a browser: it is there for the whole class. */
abstract class InBrowser {
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
