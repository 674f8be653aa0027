package fr.hubee.demonstration.scenario;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** A file of the scenario: a few lines of text, whatever its declared type. */
record DemoFile(String name, String type, String mimeType, String content) {

    static DemoFile xml(String name, String type, String content) {
        return new DemoFile(
                name, type, "application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + content + "\n");
    }

    /** Starts like a PDF; the hub checks only the first bytes. */
    static DemoFile pdf(String name, String type, String content) {
        return new DemoFile(name, type, "application/pdf", "%PDF-1.4\n% " + content + "\n%%EOF\n");
    }

    byte[] bytes() {
        return content.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns its JSON in an event. */
    String json() {
        return """
                {"fileName": "%s", "type": "%s", "mimeType": "%s", "size": %d}""".formatted(name, type, mimeType, bytes().length);
    }

    /** Returns its JSON in a folder, for some of its cases. */
    String json(String... recipients) {
        return json().replace("}", ", \"recipients\": [\"" + String.join("\", \"", recipients) + "\"]}");
    }

    String digest() {
        return digest(bytes());
    }

    static String digest(byte[] bytes) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean is(byte[] received) {
        return Arrays.equals(bytes(), received);
    }
}
