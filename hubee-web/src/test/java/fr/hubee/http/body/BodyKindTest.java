package fr.hubee.http.body;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BodyKindTest {
    static final String FILE = "/teledossiers/v1/folders/1/attachments/2";
    static final String EVENT_FILE = "/teledossiers/v1/cases/1/events/2/attachments/3";
    static final String MULTIPART = "Multipart/form-data; boundary=x";
    static final long LONG = BodyKind.SHORT + 1;
    static final long UNSAID = -1;

    @Test
    void whatAsksForATokenIsSmall() {
        assertEquals(BodyKind.TOKEN, BodyKind.of("POST", "/oauth2/token", null, "Basic x", UNSAID));
        assertEquals(BodyKind.TOKEN, BodyKind.of("POST", "/token", MULTIPART, null, LONG));
    }

    @Test
    void whatTheApiTakesIsJson() {
        assertEquals(BodyKind.JSON, BodyKind.of("POST", "/teledossiers/v1/folders", null, "Bearer x", UNSAID));
        assertEquals(BodyKind.JSON, BodyKind.of("PUT", "/referential/v1/subscriptions/1", null, "Bearer x", LONG));
        assertEquals(BodyKind.JSON, BodyKind.of("POST", FILE, null, "Bearer x", UNSAID));
        assertEquals(BodyKind.JSON, BodyKind.of("PUT", FILE + "/more", null, "Bearer x", UNSAID));
    }

    @Test
    void butForTheFilesOfFoldersAndEvents() {
        assertEquals(BodyKind.FILE, BodyKind.of("PUT", FILE, null, "Bearer x", UNSAID));
        assertEquals(BodyKind.FILE, BodyKind.of("PUT", EVENT_FILE, "application/octet-stream", "Bearer x", LONG));
        assertEquals(BodyKind.FILE, BodyKind.of("PUT", EVENT_FILE + "/", null, null, LONG));
    }

    @Test
    void aShortFileIsReadAtOnce() {
        assertEquals(BodyKind.JSON, BodyKind.of("PUT", FILE, null, "Bearer x", BodyKind.SHORT));
    }

    @Test
    void whoDoesNotSayWhoSheIsIsNotRead() {
        assertEquals(BodyKind.FILE, BodyKind.of("POST", "/teledossiers/v1/folders", null, null, UNSAID));
        assertEquals(BodyKind.FILE, BodyKind.of("POST", "/referential/v1/processes", null, null, LONG));
    }

    @Test
    void thePortalTakesFilesInTwoPlaces() {
        assertEquals(BodyKind.FILE, BodyKind.of("POST", "/fichiers/depot", MULTIPART, null, UNSAID));
        assertEquals(BodyKind.FILE, BodyKind.of("POST", "/import-organisations", MULTIPART, null, LONG));
        assertEquals(BodyKind.FORM, BodyKind.of("POST", "/import-organisations", "text/plain", null, LONG));
        assertEquals(BodyKind.FORM, BodyKind.of("POST", "/connexion", MULTIPART, null, UNSAID));
        assertEquals(BodyKind.FORM, BodyKind.of("POST", "/", null, null, UNSAID));
    }
}
