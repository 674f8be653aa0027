package fr.hubee.client;

import java.net.http.HttpRequest;

/** The software that calls, as its partners and the support see it: 50 characters each. */
public record Software(String editor, String application, String version) {
    /** Writes into a request which software sends it. */
    void signs(HttpRequest.Builder request) {
        request.setHeader("editorName", editor);
        request.setHeader("applicationName", application);
        request.setHeader("softwareVersion", version);
    }
}
