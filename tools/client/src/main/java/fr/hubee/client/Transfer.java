package fr.hubee.client;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;

import fr.hubee.client.http.ApiException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.UUID;

/** Sends and receives files of any size, from and to the disk, and compares their digests. */
public final class Transfer {
    private static final String API = "/teledossiers/v1";
    /** The downloads that are cut and go on where they stopped. */
    private static final int CUTS = 5;

    /** The answer for a file that was deposited before: the other party sees it, and it stays as it is. */
    private static final String THERE = "Attachment is already received";

    private final Hub hub;

    public Transfer(Hub hub) {
        this.hub = hub;
    }

    public void sendOfFolder(UUID folderId, UUID attachmentId, Path file) throws ApiException, IOException {
        send(API + "/folders/" + folderId + "/attachments/" + attachmentId, file);
    }

    public void sendOfEvent(UUID caseId, UUID eventId, UUID attachmentId, Path file) throws ApiException, IOException {
        send(API + "/cases/" + caseId + "/events/" + eventId + "/attachments/" + attachmentId, file);
    }

    public void receiveOfCase(UUID caseId, UUID attachmentId, Path file) throws ApiException, IOException {
        receive(API + "/cases/" + caseId + "/attachments/" + attachmentId, file);
    }

    public void receiveOfEvent(UUID caseId, UUID eventId, UUID attachmentId, Path file)
            throws ApiException, IOException {
        receive(API + "/cases/" + caseId + "/events/" + eventId + "/attachments/" + attachmentId, file);
    }

    private void send(String path, Path file) throws ApiException, IOException {
        var request = HttpRequest.newBuilder()
                .header("Content-Type", "application/octet-stream")
                .header("digest", digest(file))
                .PUT(BodyPublishers.ofFile(file));
        var answer = hub.send(path, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 400 && !answer.body().contains(THERE)) { // other bytes have come: once more
            answer = hub.send(path, request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
        if (answer.statusCode() != 204 && !answer.body().contains(THERE)) {
            throw HubException.of(answer, answer.body());
        }
    }

    /** The file is there once it is whole and its digest is right; until then it has another name. */
    private void receive(String path, Path file) throws ApiException, IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        for (int cuts = 0; ; cuts++) {
            var request = HttpRequest.newBuilder();
            if (Files.exists(part)) {
                request.header("Range", "bytes=" + Files.size(part) + "-");
            }
            var answer = hub.send(path, request, BodyHandlers.ofInputStream());
            try {
                write(answer, part);
            } catch (IOException gone) {
                if (cuts == CUTS) {
                    throw gone;
                }
                continue;
            }
            if (!digest(part).equals(answer.headers().firstValue("digest").orElse(""))) {
                throw new IOException("The digest of " + path + " is another");
            }
            Files.move(part, file, REPLACE_EXISTING);
            return;
        }
    }

    private static void write(HttpResponse<InputStream> answer, Path part) throws ApiException, IOException {
        try (var body = answer.body()) {
            if (answer.statusCode() / 100 != 2) {
                var text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
                throw HubException.of(answer, text);
            }
            try (var target =
                    Files.newOutputStream(part, CREATE, answer.statusCode() == 206 ? APPEND : TRUNCATE_EXISTING)) {
                body.transferTo(target);
            }
        }
    }

    /** Returns the SHA-256 of a file as the hub writes it, in base64. */
    static String digest(Path file) throws IOException {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256");
            try (var bytes = new DigestInputStream(Files.newInputStream(file), sha256)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return Base64.getEncoder().encodeToString(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
