package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest {

    @ParameterizedTest
    @CsvSource({
        "/teledossiers/v1/cases/1/events, api",
        "/referential/v1/subscriptions, api",
        "/oauth2/token, api",
        "/teledossiers/v1/folders/1/attachments/2, file",
        "/teledossiers/v1/cases/1/events/2/attachments/3, file",
        "/fichiers/depot, file",
        "/teledossier, portal",
        "/attachments/1, portal",
        "/resources/hubee.css, static",
        "/jakarta.faces.resource/core.js.xhtml, static",
        "/metrics, scrape"
    })
    void theBytesOfFilesAreNoCallsThatHaveToBeQuick(String path, String kind) {
        assertEquals(kind, RunningRequests.kind(path));
    }
}
