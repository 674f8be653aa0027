package fr.hubee.portal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class WantedPathTest {

    @Test
    void aFormComesBackToItsPageWithWhatWasAskedOfIt() {
        assertEquals("/compte?id=7", WantedPath.cameFrom("https://hubee.example/compte?id=7", "/compte"));
        assertEquals("/compte", WantedPath.cameFrom("https://hubee.example/compte", "/compte"));
    }

    @Test
    void whatComesFromElsewhereComesBackToThePageAlone() {
        assertEquals("/compte", WantedPath.cameFrom("https://hubee.example/comptes?x=1", "/compte"));
        assertEquals("/compte", WantedPath.cameFrom(null, "/compte"));
        assertEquals("/compte", WantedPath.cameFrom("not an address", "/compte"));
    }
}
