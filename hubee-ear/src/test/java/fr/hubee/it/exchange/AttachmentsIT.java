package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.InParallel;
import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the bytes of attachments: how they are checked when they arrive, and how they are sent. */
class AttachmentsIT extends OverHttp {
    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static long files() throws IOException {
        try (var all = Files.walk(Path.of(System.getProperty("hubee.it.blobs")))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void aWrongSizeIsRefusedLeavesNothingAndMayBeSentAgain() throws IOException {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        long before = files();

        var shorter = dila.upload(deposit.attachmentPath(), Arrays.copyOf(Deposit.REQUEST, 10));
        var longer = dila.upload(deposit.attachmentPath(), Arrays.copyOf(Deposit.REQUEST, 100_000));

        assertEquals("Size does not match with attachment meta-data", shorter.error());
        assertEquals("Size does not match with attachment meta-data", longer.error());
        assertEquals(before, files());
        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
    }

    @Test
    void aWrongDigestIsRefusedAndARightOneComesBack() {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        var path = deposit.attachmentPath();

        dila.with("digest", "AAAA").upload(path, Deposit.REQUEST).expect(400);
        dila.with("Content-Digest", "sha-256=:AAAA:")
                .upload(path, Deposit.REQUEST)
                .expect(400);
        dila.with("Repr-Digest", "md5=:AA:, sha-256=:AAAA:")
                .upload(path, Deposit.REQUEST)
                .expect(400);
        assertEquals("PENDING", dila.get(deposit.path()).field("attachments/0/status"));

        deposit.upload().complete();
        var download = town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId());
        var digest = download.header("digest");
        var other = Deposit.announce(dila, Deposit.TOWN);
        dila.with("digest", digest)
                .upload(other.attachmentPath(), Deposit.REQUEST)
                .expect(204);
        dila.with("digest", "sha-256=" + digest)
                .with("Repr-Digest", download.header("Repr-Digest"))
                .upload(other.attachmentPath(), Deposit.REQUEST)
                .expect(204);
    }

    @Test
    void bytesOfAnotherTypeThanAnnouncedAreRefused() {
        var pdf = Deposit.json("EtatCivil", "ActeEtatCivil-PDF", List.of(Deposit.TOWN))
                .replace("application/xml", "application/pdf");
        var folder = dila.post("/folders", pdf).json();
        var path = "/folders/" + folder.path("id").asText() + "/attachments/"
                + folder.at("/attachments/0/id").asText();

        assertEquals(
                "Mime type does not match with attachment meta-data",
                dila.upload(path, Deposit.REQUEST).error());
    }

    @Test
    void whatIsReplacedBeforeCompletionIsForgotten() throws IOException {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        long before = files();

        deposit.upload();

        assertEquals(before, files());
        deposit.complete();
        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(400);
    }

    @Test
    void deletingAFolderDeletesItsBytes() throws IOException {
        long before = files();
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        assertEquals(before + 1, files());

        dila.delete(deposit.path());

        assertEquals(before, files());
    }

    @Test
    void aFileThatHasNotComeIsNotFound() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).complete();

        assertEquals(
                "File is not found",
                town.get(deposit.casePath() + "/attachments/" + deposit.attachmentId())
                        .error());
    }

    @Test
    void aPartOfAFileIsServed() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var path = deposit.casePath() + "/attachments/" + deposit.attachmentId();

        var part = town.with("Range", "bytes=1-7").get(path).expect(206);
        assertEquals("bytes 1-7/41", part.header("Content-Range"));
        assertArrayEquals(Arrays.copyOfRange(Deposit.REQUEST, 1, 8), part.bytes());

        var beyond = town.with("Range", "bytes=41-").get(path).expect(416);
        assertEquals("bytes */41", beyond.header("Content-Range"));

        var tag = part.header("ETag");
        town.with("If-None-Match", tag).get(path).expect(304);
        town.with("Range", "bytes=1-7").with("If-Range", "\"other\"").get(path).expect(200);
    }

    @Test
    void anyFileNameArrivesAndNoneEscapes() {
        for (var name : List.of("Pièce d’identité n°1.xml", "a\"b;c.xml", "12/2024.xml", "é".repeat(255), "😀.xml")) {
            var escaped = name.replace("\"", "\\\"");
            var folder = dila.post(
                            "/folders",
                            Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN))
                                    .replace("demande.xml", escaped))
                    .json();
            var base = "/folders/" + folder.path("id").asText();
            var attachment = "/attachments/" + folder.at("/attachments/0/id").asText();
            dila.upload(base + attachment, Deposit.REQUEST).expect(204);
            dila.patch(base, "{\"globalStatus\": \"HUBEE_COMPLETED\"}");

            var answer = town.get("/cases/" + folder.at("/cases/0/id").asText() + attachment);

            assertEquals(name, folder.at("/attachments/0/fileName").asText());
            answer.expect(200);
            var disposition = answer.header("Content-Disposition");
            var encoded =
                    disposition.substring(disposition.indexOf("UTF-8''") + 7).replace("+", "%2B");
            assertEquals(name.replace('/', '_'), URLDecoder.decode(encoded, StandardCharsets.UTF_8));
        }
    }

    @Test
    void ofParallelUploadsOfOneFileOneIsKept() throws Exception {
        var deposit = Deposit.announce(dila, Deposit.TOWN);
        long before = files();

        var answers = InParallel.of(
                8, any -> dila.upload(deposit.attachmentPath(), Deposit.REQUEST).status());

        assertTrue(answers.stream().allMatch(status -> status == 204), answers::toString);
        assertEquals(before + 1, files());
    }
}
