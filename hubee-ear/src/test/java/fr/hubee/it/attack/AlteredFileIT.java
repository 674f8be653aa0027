package fr.hubee.it.attack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.portal.Visitor;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.security.TokenText;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.KnownAccount;
import fr.hubee.people.account.Role;
import fr.hubee.portal.page.FormToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Attack: somebody changes a stored file without the hub, or the disk does: nobody gets what the sender did not send. */
class AlteredFileIT extends OverHttp {
    private static final int LARGE = 300_000;
    private static final String PROCESS = "recensementCitoyen";

    @Test
    void aSmallFileOfWhichOneByteWasAlteredIsServedToNobodyAndReportedOnce() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var admin = account(Organizations.HUB, ActorType.NATIONAL_ADMINISTRATOR);
        alter(deposit, 3);

        assertDamaged(dila.get(path(deposit)));
        assertDamaged(dila.get(path(deposit)));

        assertEquals(1, count("audit_entry where action = 'FILE_DAMAGED' and subject = '%s'", deposit));
        assertEquals(
                1, count("mail where account_id = '" + admin.id() + "' and template_values like '%%%s%%'", deposit));
    }

    @Test
    void aLargeOneIsCutBeforeItsLastBytesAndThenRefused() throws Exception {
        var deposit = large();
        alter(deposit, LARGE / 2);

        assertThrows(UncheckedIOException.class, () -> dila.get(path(deposit)));
        assertDamaged(dila.get(path(deposit)));
    }

    @Test
    void aFileServedAMomentAgoAndAlteredSinceIsRefused() throws Exception {
        var deposit = large();
        assertArrayEquals(bytes(), dila.get(path(deposit)).bytes());
        assertArrayEquals(bytes(), dila.get(path(deposit)).bytes());
        var time = Files.getLastModifiedTime(blob(deposit));
        alter(deposit, LARGE - 1);
        Files.setLastModifiedTime(blob(deposit), time);

        assertThrows(UncheckedIOException.class, () -> dila.get(path(deposit)));
    }

    @Test
    void aShorterOrReplacedFileIsServedToNobody() throws Exception {
        var shorter = large();
        var stored = Files.readAllBytes(blob(shorter));
        Files.write(blob(shorter), Arrays.copyOf(stored, stored.length - 1));
        assertThrows(UncheckedIOException.class, () -> dila.get(path(shorter)));
        assertDamaged(dila.get(path(shorter)));

        var other = large();
        var another = Files.write(
                blob(other).resolveSibling("another"), "x".repeat(LARGE).getBytes(StandardCharsets.UTF_8));
        Files.move(another, blob(other), StandardCopyOption.REPLACE_EXISTING);
        assertDamaged(dila.get(path(other)));
    }

    @Test
    void aMissingFileAnswers404IsRecordedAndIsServedOnceItIsBack() throws Exception {
        var deposit = large();
        var stored = Files.readAllBytes(blob(deposit));
        Files.delete(blob(deposit));
        dila.get(path(deposit)).expect(404);
        assertEquals("File is not found", dila.get(path(deposit)).error());
        assertEquals(1, count("audit_entry where action = 'FILE_DAMAGED' and subject = '%s'", deposit));

        Files.write(blob(deposit), stored);
        assertArrayEquals(bytes(), dila.get(path(deposit)).bytes());
    }

    @Test
    void aPartIsServedOnlyIfItIsIntactItself() throws Exception {
        var deposit = large();
        var part = dila.with("Range", "bytes=0-9").get(path(deposit)).expect(206);
        assertArrayEquals(Arrays.copyOf(bytes(), 10), part.bytes());
        alter(deposit, LARGE - 1);

        assertArrayEquals(
                Arrays.copyOf(bytes(), 10),
                dila.with("Range", "bytes=0-9").get(path(deposit)).bytes());
        assertDamaged(dila.with("Range", "bytes=-10").get(path(deposit)));
    }

    @Test
    void thePortalServesItNeitherAloneNorShownNorAmongOthers() throws Exception {
        var town = PortalTown.of(PROCESS);
        var deposit = Deposit.complete(dila, PROCESS, "10870-XML", town.town());
        Stored.caseOf(deposit).hasStatus("SI_RECEIVED");
        var cookie = session(town.town());
        var query = "td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();
        var archive = "/fichiers/teledossiers";
        ask(cookie, "/fichiers/piece?" + query, null).expect(200);
        ask(cookie, archive, "td=" + deposit.caseId()).expect(200);
        alter(deposit, 5);

        var found = ask(cookie, archive, "td=" + deposit.caseId()).expect(500);
        found.shows("n’est plus celui que HubEE a reçu");
        var again = ask(cookie, archive, "td=" + deposit.caseId()).expect(409);
        again.shows("n’est plus celui que HubEE a reçu");
        for (var page : List.of("/fichiers/piece?", "/fichiers/apercu?", "/apercu?")) {
            var answer = ask(cookie, page + query, null);
            assertTrue(answer.status() == 500 || answer.status() == 404, () -> page + answer);
            assertTrue(!answer.text().contains("<demande>"), answer::text);
        }
        var alone = ask(cookie, "/fichiers/piece?" + query, null);
        alone.shows("n’est plus celui que HubEE a reçu");
    }

    private static void assertDamaged(Answer answer) {
        answer.expect(500);
        assertEquals("{\"errors\":[{\"code\":500,\"message\":\"File is damaged\"}]}", answer.text());
    }

    private static int count(String from, Deposit deposit) {
        return Database.count(from.formatted(deposit.attachmentId()));
    }

    private Deposit large() {
        var json = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        var announced =
                Deposit.announced(dila, json.replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + LARGE));
        dila.upload(announced.attachmentPath(), bytes()).expect(204);
        return announced.complete();
    }

    private static byte[] bytes() {
        return ("<a>" + " ".repeat(LARGE - 7) + "</a>").getBytes(StandardCharsets.UTF_8);
    }

    private static String path(Deposit deposit) {
        return deposit.casePath() + "/attachments/" + deposit.attachmentId();
    }

    private static Path blob(Deposit deposit) {
        var key = Database.text("select blob_key from attachment where id = cast(? as uuid)", deposit.attachmentId());
        return Path.of(System.getProperty("hubee.it.blobs"))
                .resolve(key.substring(key.length() - 2))
                .resolve(key);
    }

    private static void alter(Deposit deposit, int place) throws IOException {
        var bytes = Files.readAllBytes(blob(deposit));
        bytes[place] ^= 1;
        Files.write(blob(deposit), bytes);
    }

    /** Returns the session cookie of an agent of that town. */
    private static String session(NewTown town) {
        var token = TokenText.fresh();
        var agent = account(town.organizationKey(), ActorType.AGENT).id();
        Database.change("""
                insert into person_session (token_hash, account_id, method, opened_at, used_at)
                values (?, ?, 'PASSWORD', now(), now())""", Sha256.hex(token), agent);
        return "hubee-session=" + token;
    }

    private static KnownAccount account(OrganizationKey organization, ActorType type) {
        return Database.insert(NewPerson.camille(organization, type)
                .roles(Set.of(Role.MANAGE_FOLDERS))
                .reaching(PROCESS));
    }

    private static Answer ask(String cookie, String path, String form) {
        var request = Partner.to(path).header("Cookie", cookie).header("Sec-Fetch-Site", "same-origin");
        return Partner.send(
                form == null
                        ? request
                        : request.header(FormToken.HEADER, Visitor.formToken(cookie.replaceFirst(".*=", "")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
    }
}
