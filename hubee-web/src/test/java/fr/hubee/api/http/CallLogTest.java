package fr.hubee.api.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CallLogTest {

    @Test
    void ofAPathOnlyIdentifiersAreKept() {
        var id = "01936a0e-7b40-7a01-8c44-1d2e3f4a5b60";
        var operation = "GET /teledossiers/v1/cases/{caseId}/events/{eventId}";
        assertEquals(
                "/teledossiers/v1/cases/" + id + "/events/{eventId}",
                CallLog.path(operation, "/teledossiers/v1/cases/" + id + "/events/Jeanne%20Dupont"));
        assertEquals(
                "/referential/v1/organizations/SI-99000101800011-99101",
                CallLog.path(
                        "GET /referential/v1/organizations/{id}",
                        "/referential/v1/organizations/SI-99000101800011-99101"));
        assertEquals("/teledossiers/v1/cases/{caseId}/events/{eventId}", CallLog.path(operation, "/"));
    }
}
