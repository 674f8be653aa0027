package fr.hubee.demonstration.scenario;

import com.fasterxml.jackson.databind.JsonNode;

/** An announced folder, and the addresses of its parts. */
record Deposit(JsonNode folder) {

    String path() {
        return "/folders/" + folder.path("id").asText();
    }

    String fileId(int position) {
        return folder.path("attachments").path(position).path("id").asText();
    }

    String filePath(int position) {
        return path() + "/attachments/" + fileId(position);
    }

    String caseId(int position) {
        return folder.path("cases").path(position).path("id").asText();
    }

    String casePath(int position) {
        return "/cases/" + caseId(position);
    }

    String events(int position) {
        return casePath(position) + "/events";
    }

    String event(int position, JsonNode event) {
        return events(position) + "/"
                + event.path(event.has("eventId") ? "eventId" : "id").asText();
    }

    /** The address of an event's file. */
    String eventFile(int position, JsonNode event) {
        return event(position, event) + "/attachments/"
                + event.at("/attachments/0/id").asText();
    }

    /** Announces, sends and completes a folder of one case and one file, in three calls. */
    static Deposit complete(Software operator, Announcement wanted, DemoFile file) {
        var deposit =
                new Deposit(operator.post("/folders", wanted.json()).expect(201, "id", "globalStatus", "cases.id"));
        operator.put(deposit.filePath(0), file, file.digest()).expect(204);
        operator.patch(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(204);
        return deposit;
    }

    /** A notified event that changes the status. */
    static String moving(String from, String to) {
        return """
                {"actionType": "STATUS_UPDATE", "author": "Camille Exemple", "notification": true,
                 "caseCurrentStatus": "%s", "caseNewStatus": "%s"}""".formatted(from, to);
    }

    /** The same with a message, as most software of administrations sends each status. */
    static String moving(String from, String to, String message) {
        return """
                {"actionType": "STATUS_UPDATE", "author": "Camille Exemple", "notification": true, "message": "%s",
                 "caseCurrentStatus": "%s", "caseNewStatus": "%s"}""".formatted(message, from, to);
    }
}
