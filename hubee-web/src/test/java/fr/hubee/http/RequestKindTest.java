package fr.hubee.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestKindTest {
    static final String FILE = "/teledossiers/v1/folders/1/attachments/2";
    static final String EVENT_FILE = "/teledossiers/v1/cases/1/events/2/attachments/3";
    static final String UPLOAD = "/teledossiers/v1/uploads/4";
    static final String MULTIPART = "Multipart/form-data; boundary=x";
    static final long LONG = RequestKind.SHORT + 1;
    static final long UNSAID = -1;

    @Test
    void whatAsksForATokenIsSmall() {
        assertEquals(RequestKind.TOKEN, RequestKind.of("POST", "/oauth2/token", null, "Basic x", UNSAID));
        assertEquals(RequestKind.TOKEN, RequestKind.of("POST", "/token", MULTIPART, null, LONG));
    }

    @Test
    void whatTheApiTakesIsJson() {
        assertEquals(RequestKind.JSON, RequestKind.of("POST", "/teledossiers/v1/folders", null, "Bearer x", UNSAID));
        assertEquals(
                RequestKind.JSON, RequestKind.of("PUT", "/referential/v1/subscriptions/1", null, "Bearer x", LONG));
        assertEquals(RequestKind.JSON, RequestKind.of("DELETE", UPLOAD, null, "Bearer x", UNSAID));
        assertEquals(RequestKind.JSON, RequestKind.of("PUT", FILE + "/more", null, "Bearer x", UNSAID));
    }

    @Test
    void butForTheFilesOfFoldersAndEvents() {
        assertEquals(RequestKind.FILE, RequestKind.of("PUT", FILE, null, "Bearer x", UNSAID));
        assertEquals(RequestKind.FILE, RequestKind.of("PUT", EVENT_FILE, "application/octet-stream", "Bearer x", LONG));
        assertEquals(RequestKind.FILE, RequestKind.of("PUT", EVENT_FILE + "/", null, null, LONG));
    }

    @Test
    void andForThePartsOfALargeOne() {
        assertEquals(RequestKind.FILE, RequestKind.of("POST", FILE, null, "Bearer x", UNSAID));
        assertEquals(RequestKind.FILE, RequestKind.of("PATCH", UPLOAD, null, "Bearer x", UNSAID));
        assertEquals(RequestKind.FILE, RequestKind.of("POST", UPLOAD, null, "Bearer x", LONG));
    }

    @Test
    void aShortFileIsReadAtOnce() {
        assertEquals(RequestKind.JSON, RequestKind.of("PUT", FILE, null, "Bearer x", RequestKind.SHORT));
    }

    @Test
    void whoDoesNotSayWhoSheIsIsNotRead() {
        assertEquals(RequestKind.FILE, RequestKind.of("POST", "/teledossiers/v1/folders", null, null, UNSAID));
        assertEquals(RequestKind.FILE, RequestKind.of("POST", "/referential/v1/processes", null, null, LONG));
    }

    @Test
    void thePortalTakesFilesInTwoPlaces() {
        var upload = "/fichiers/depot/" + new UUID(0, 1);
        assertEquals(RequestKind.FILE, RequestKind.of("PATCH", upload, "application/offset+octet-stream", null, LONG));
        assertEquals(
                RequestKind.FORM, RequestKind.of("PATCH", upload, "application/x-www-form-urlencoded", null, LONG));
        assertEquals(RequestKind.FORM, RequestKind.of("POST", upload, MULTIPART, null, LONG));
        assertEquals(RequestKind.FILE, RequestKind.of("POST", "/import-organisations", MULTIPART, null, LONG));
        assertEquals(RequestKind.FORM, RequestKind.of("POST", "/import-organisations", "text/plain", null, LONG));
        assertEquals(RequestKind.FORM, RequestKind.of("POST", "/connexion", MULTIPART, null, UNSAID));
        assertEquals(RequestKind.FORM, RequestKind.of("POST", "/", null, null, UNSAID));
    }
}
