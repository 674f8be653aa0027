package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.RawConnection;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.launcher.FickleLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that arrive in several requests, by tus and by the draft of the IETF. */
public class ResumableUploadsIT extends OverHttp {
    static final byte[] FILE = (new String(Deposit.REQUEST, StandardCharsets.UTF_8) + " ".repeat(4_000_000))
            .getBytes(StandardCharsets.UTF_8);

    static final int HALF = Deposit.REQUEST.length / 2;
    static final byte[] FIRST = Arrays.copyOf(Deposit.REQUEST, HALF);
    static final byte[] REST = Arrays.copyOfRange(Deposit.REQUEST, HALF, Deposit.REQUEST.length);

    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final Partner tus = dila.with("Tus-Resumable", "1.0.0");
    final Partner draft = dila.with("Upload-Draft-Interop-Version", "8");

    /** Begins an upload, and returns its path. */
    public static String begin(Partner software, Deposit deposit, byte... first) {
        var begun = Partner.send(software.request(deposit.attachmentPath()).POST(BodyPublishers.ofByteArray(first)));
        return begun.expect(201).header("Location").replaceFirst("^/teledossiers/v1", "");
    }

    public static Answer send(Partner software, String upload, long offset, byte[] bytes) {
        var type = software.request("/")
                        .build()
                        .headers()
                        .firstValue("Tus-Resumable")
                        .isPresent()
                ? "application/offset+octet-stream"
                : "application/partial-upload";
        return Partner.send(software.request(upload)
                .header("Upload-Offset", String.valueOf(offset))
                .header("Content-Type", type)
                .method("PATCH", BodyPublishers.ofByteArray(bytes)));
    }

    static Answer head(Partner software, String upload) {
        return Partner.send(software.request(upload).method("HEAD", BodyPublishers.noBody()));
    }

    static String sha256(byte[] bytes) {
        return Base64.getEncoder().encodeToString(Sha256.of(bytes));
    }

    String status(Deposit deposit) {
        return dila.get(deposit.path()).field("attachments/0/status");
    }

    @Test
    void aFileThatIsCutThreeTimesArrives() throws Exception {
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        long before = AttachmentsIT.files();
        try (var line = FickleLine.to(Integer.getInteger("hubee.it.http"))) {
            var sender = new TusSender(
                            dila,
                            deposit.attachmentPath(),
                            "http://127.0.0.1:" + line.port(),
                            () -> new ByteArrayInputStream(FILE),
                            FILE.length)
                    .cutAfter(500_000, line::breakOff)
                    .cutAfter(1_000_000, line::breakOff)
                    .cutAfter(1_500_000, line::breakOff);

            assertTrue(sender.makeAttempts());

            assertTrue(sender.attempts() > 3, () -> sender.attempts() + " attempts");
        }
        assertEquals(before + 1, AttachmentsIT.files(), "the parts are gone");
        deposit.complete();
        var download = town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        assertArrayEquals(FILE, download.bytes());
        assertEquals("sha-256=:" + sha256(FILE) + ":", download.header("Repr-Digest"));
    }

    @Test
    void theDraftOfTheIetfSendsAFileToo() {
        var deposit = Deposit.announce(dila, Deposit.TOWN);

        var upload = begin(draft.with("Upload-Complete", "?0"), deposit, FIRST);
        var state = head(draft, upload).expect(204);
        assertEquals(String.valueOf(HALF), state.header("Upload-Offset"));
        assertEquals("?0", state.header("Upload-Complete"));
        assertTrue(state.header("Upload-Limit").startsWith("max-size=41, max-age=86"), state.header("Upload-Limit"));
        assertEquals("no-store", state.header("Cache-Control"));

        var whole =
                send(draft.with("Upload-Complete", "?1"), upload, HALF, REST).expect(204);
        assertEquals("?1", whole.header("Upload-Complete"));
        assertEquals("RECEIVED", status(deposit));
        assertEquals("?1", head(draft, upload).header("Upload-Complete"), "whose answer was lost, asks again");
        send(draft.with("Upload-Complete", "?1"), upload, Deposit.REQUEST.length, new byte[0])
                .expect(204);
    }

    @Test
    void aFileMayBeginWithAllItsBytes() {
        var deposit = Deposit.announce(dila, Deposit.TOWN);

        begin(tus, deposit, Deposit.REQUEST);

        assertEquals("RECEIVED", status(deposit));
    }

    /** A client that is cut at its last byte goes on so, when the hub has all of them. */
    @Test
    void whoAsksForTheInterimAnswerGetsItAlsoWhenNothingIsMissing() throws IOException {
        var upload = begin(tus, Deposit.announce(dila, Deposit.TOWN), Deposit.REQUEST);

        try (var sender = new RawConnection()) {
            sender.say(patch(upload, Deposit.REQUEST.length)
                    + "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n");
            assertEquals("HTTP/1.1 100 Continue", sender.statusLine());
            assertEquals("\n\r\n", sender.read(3));
            sender.say("0\r\n\r\n");
            assertEquals("HTTP/1.1 204 No Content", sender.statusLine());
        }
    }

    @Test
    void aWrongFileIsRefusedWithItsLastByte() throws IOException {
        long before = AttachmentsIT.files();
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var upload = begin(tus.with("Repr-Digest", "sha-256=:" + sha256(FILE) + ":"), deposit);

        send(tus, upload, 0, FIRST).expect(204);
        var refused = send(tus, upload, HALF, REST).expect(400);

        assertEquals("Digest does not match with attachment content", refused.error());
        head(tus, upload).expect(404);
        assertEquals("PENDING", status(deposit));
        assertEquals(before, AttachmentsIT.files());
    }

    @Test
    void aFileOfAnotherSizeIsRefused() {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        Partner.send(tus.with("Upload-Length", "42")
                        .request(deposit.attachmentPath())
                        .POST(BodyPublishers.noBody()))
                .expect(400);

        var longer = send(tus, begin(tus, deposit), 0, Arrays.copyOf(Deposit.REQUEST, 42))
                .expect(400);
        assertEquals("Size does not match with attachment meta-data", longer.error());

        var shorter = send(draft.with("Upload-Complete", "?1"), begin(tus, deposit), 0, FIRST)
                .expect(400);
        assertEquals("Size does not match with attachment meta-data", shorter.error());
    }

    @Test
    void bytesThatDoNotFollowAreRefused() {
        var upload = begin(tus, Deposit.announce(dila, Deposit.TOWN), FIRST);

        for (long offset : new long[] {0, HALF + 1, Deposit.REQUEST.length}) {
            var refused = send(tus, upload, offset, REST).expect(409);
            assertEquals(String.valueOf(HALF), refused.header("Upload-Offset"));
            assertEquals("1.0.0", refused.header("Tus-Resumable"));
            assertEquals("Upload-Offset does not match with the upload", refused.error());
        }
    }

    @Test
    void aFileThatComesByteByByteIsStoredTogetherAndArrives() throws IOException {
        long before = AttachmentsIT.files();
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var upload = begin(tus, deposit);

        for (int each = 0; each < HALF; each++) {
            send(tus, upload, each, new byte[] {Deposit.REQUEST[each]}).expect(204);
        }

        assertEquals(HALF, received(deposit));
        assertEquals(
                1,
                Database.count(
                        "upload_part join upload u on u.id = upload_id where attachment_id = ?", deposit.file()));
        assertEquals(before + 1, AttachmentsIT.files());
        send(tus, upload, HALF, REST).expect(204);
        deposit.complete();
        var download = town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        assertArrayEquals(Deposit.REQUEST, download.bytes());
    }

    @Test
    void whatArrivedBeforeTheEndOfAConnectionIsKeptAfterAShortPartToo() throws IOException {
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        var upload = begin(tus, deposit, Arrays.copyOf(FILE, 10));
        try (var sender = new RawConnection()) {
            sender.say(patch(upload, 10) + "Content-Length: " + (FILE.length - 10) + "\r\n\r\n"
                    + new String(FILE, 10, 1_000_000, StandardCharsets.UTF_8));
        }
        Wait.until(() -> received(deposit), count -> count == 1_000_010);

        send(tus, upload, 1_000_010, Arrays.copyOfRange(FILE, 1_000_010, FILE.length))
                .expect(204);
        deposit.complete();
        var download = town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        assertArrayEquals(FILE, download.bytes());
    }

    @Test
    void bytesWithAWrongDigestAreNotKept() {
        var upload = begin(tus, Deposit.announce(dila, Deposit.TOWN));

        send(tus.with("Upload-Checksum", "sha1 AAAA"), upload, 0, FIRST).expect(460);
        send(tus.with("Content-Digest", "sha-256=:AAAA:"), upload, 0, FIRST).expect(400);
        assertEquals("0", head(tus, upload).header("Upload-Offset"));

        send(tus.with("Upload-Checksum", "sha256 " + sha256(FIRST)), upload, 0, FIRST)
                .expect(204);
        send(tus.with("Content-Digest", "md5=:AA:, sha-256=:" + sha256(REST) + ":"), upload, HALF, REST)
                .expect(204);
    }

    /** Begins to send the file, and waits until the server has begun to take it. */
    RawConnection sending(String upload, int bytes) throws IOException {
        return sending(upload, bytes, "Content-Length: " + FILE.length + "\r\n\r\n");
    }

    RawConnection sending(String upload, int bytes, String length) throws IOException {
        long before = AttachmentsIT.files();
        var sender = new RawConnection();
        sender.say(patch(upload, 0) + length + new String(FILE, 0, bytes, StandardCharsets.UTF_8));
        Wait.until(AttachmentsIT::files, files -> files > before);
        return sender;
    }

    String patch(String upload, long offset) {
        var request = tus.request(upload).build();
        return "PATCH " + request.uri().getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: "
                + request.headers().firstValue("Authorization").orElseThrow()
                + "\r\nContent-Type: application/partial-upload\r\nUpload-Offset: " + offset + "\r\n";
    }

    static long received(Deposit deposit) {
        return Long.parseLong(Database.text("select received from upload where attachment_id = ?", deposit.file()));
    }

    /** Returns the size of the largest file that is being received. */
    public static long draft() {
        try (var drafts = Files.list(Path.of(System.getProperty("hubee.it.blobs"), "drafts"))) {
            return drafts.mapToLong(file -> file.toFile().length()).max().orElse(0);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void whatArrivedBeforeTheEndOfAConnectionIsKept() throws IOException {
        var chunk = "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(FILE.length) + "\r\n";
        for (var length : List.of("Content-Length: " + FILE.length + "\r\n\r\n", chunk)) {
            var deposit = Deposit.announcedOfSize(dila, FILE.length);
            var upload = begin(tus, deposit);

            sending(upload, 1_000_000, length).close();

            Wait.until(() -> received(deposit), count -> count == 1_000_000);
        }
    }

    @Test
    void bytesThatTheServerReadsTogetherWithTheEndOfTheirConnectionAreKept() throws IOException {
        int bytes = 20_000; // more than the server's buffer of 16 kB, less than it reads at once
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        try (var sender = new RawConnection()) {
            sender.say(patch(begin(tus, deposit), 0) + "Transfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(FILE.length) + "\r\n" + new String(FILE, 0, bytes, StandardCharsets.UTF_8));
        }

        Wait.until(() -> received(deposit), count -> count == bytes);
    }

    /** Sends all bytes, and is cut before the end of the request. */
    void sendsAllButTheEnd(Deposit deposit, String upload) throws IOException {
        try (var sender = new RawConnection()) {
            sender.say(patch(upload, 0) + "Transfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(Deposit.REQUEST.length) + "\r\n"
                    + new String(Deposit.REQUEST, StandardCharsets.UTF_8));
        }
        Wait.until(() -> received(deposit), count -> count == Deposit.REQUEST.length);
    }

    @Test
    void whatTheStoreDoesNotFindForAMomentIsNotLost() throws IOException {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var upload = begin(tus, deposit);
        sendsAllButTheEnd(deposit, upload);
        var name = Database.text(
                "select blob_key from upload_part join upload u on u.id = upload_id where attachment_id = ?",
                deposit.file());
        var part = Path.of(System.getProperty("hubee.it.blobs"), name.substring(name.length() - 2), name);
        var elsewhere = Path.of(System.getProperty("hubee.it.blobs"), "elsewhere");

        Files.move(part, elsewhere); // as if the folder was not mounted
        assertEquals(5, head(tus, upload).status() / 100);

        Files.move(elsewhere, part);
        assertEquals("?1", head(tus, upload).expect(204).header("Upload-Complete"));
        assertEquals("RECEIVED", status(deposit));
    }

    /** The sender was cut at its last byte, and asks another server while the first one makes the file of the parts. */
    @Test
    void whatAnotherServerHasFinishedMeanwhileIsFinished() throws Exception {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var upload = begin(tus, deposit);
        sendsAllButTheEnd(deposit, upload);

        var state = WaitingChangesIT.whileChanged(deposit, () -> head(tus, upload), """
                with file as (update attachment set status = 'RECEIVED', blob_key = 'x', sha256 = 'y' where id = ? returning id)
                update upload set finished = true where attachment_id in (select id from file)""", deposit.file());

        assertEquals("?1", state.expect(204).header("Upload-Complete"));
        Database.change( // the store has no such bytes
                "delete from folder where id = ?", WaitingChangesIT.folder(deposit));
    }

    @Test
    void whatArrivedBeforeAResetIsKept() throws IOException {
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        var upload = begin(tus, deposit);
        var sender = sending(upload, 1_000_000);
        Wait.until(ResumableUploadsIT::draft, size -> size > 500_000);

        sender.reset();

        Wait.until(() -> received(deposit), count -> count > 500_000);
        var state = Wait.until(() -> head(tus, upload), answer -> answer.status() == 204);
        assertEquals(String.valueOf(received(deposit)), state.header("Upload-Offset"));
    }

    @Test
    void ofTwoRequestsAtOnceTheSecondIsSentAway() throws IOException {
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        var upload = begin(tus, deposit);
        try (var first = sending(upload, 1_000_000)) {
            var second = send(tus, upload, 0, FILE).expect(423);
            assertEquals("1", second.header("Retry-After"));
            assertEquals("Another request brings bytes of this upload", second.error());

            first.say(new String(FILE, 1_000_000, FILE.length - 1_000_000, StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 204 No Content", first.statusLine());
        }
        assertEquals("RECEIVED", status(deposit));
    }

    @Test
    void whoAsksBecauseTheLineIsDeadGoesOnAtOnce() throws IOException {
        var deposit = Deposit.announcedOfSize(dila, FILE.length);
        var upload = begin(tus, deposit);
        try (var dead = sending(upload, 1_000_000)) {
            var state = Wait.until(() -> head(tus, upload), answer -> answer.status() == 204);
            int kept = Integer.parseInt(state.header("Upload-Offset"));

            assertTrue(kept > 0, "what had arrived is kept");
            send(tus, upload, kept, Arrays.copyOfRange(FILE, kept, FILE.length)).expect(204);
            assertTrue(dead.statusLine().startsWith("HTTP/1.1 400 "), "that request is over");
        }
        assertEquals("RECEIVED", status(deposit));
    }

    @Test
    void anUploadBelongsToTheSoftwareThatBeganIt() {
        var upload = begin(tus, Deposit.announce(dila, Deposit.TOWN), FIRST);
        var other = Partner.of("demo-rsa").with("Tus-Resumable", "1.0.0");

        head(other, upload).expect(404);
        assertEquals(
                "Upload is not found",
                send(other, upload, HALF, REST).expect(404).error());
        other.delete(upload).expect(404);

        tus.delete(upload).expect(204);
        head(tus, upload).expect(404);
    }

    @Test
    void aNewUploadOfAFileEndsTheFormerOne() throws IOException {
        long before = AttachmentsIT.files();
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var former = begin(tus, deposit, FIRST);

        var upload = begin(tus, deposit, FIRST);

        send(tus, former, HALF, REST).expect(404);
        assertEquals(before + 1, AttachmentsIT.files());
        send(tus, upload, HALF, REST).expect(204);
        deposit.complete();
        assertEquals("?1", head(tus, upload).header("Upload-Complete"));
        Partner.send(tus.request(deposit.attachmentPath()).POST(BodyPublishers.noBody()))
                .expect(400);
    }

    @Test
    void theVersionOfTusIsChecked() {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var later = dila.with("Tus-Resumable", "2.0.0");

        var refused = Partner.send(later.request(deposit.attachmentPath()).POST(BodyPublishers.noBody()));

        assertEquals("1.0.0", refused.expect(412).header("Tus-Version"));
        assertEquals("Tus-Resumable is not supported", refused.error());
        send(later, begin(tus, deposit), 0, FIRST).expect(412);
        dila.post(deposit.attachmentPath(), "{}").expect(405);
    }
}
