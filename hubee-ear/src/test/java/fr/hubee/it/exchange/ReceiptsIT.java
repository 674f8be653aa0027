package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.hubee.exchange.receipt.Receipt;
import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptCheckService.ReceiptCheck;
import fr.hubee.exchange.receipt.ReceiptKind;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.it.InServer;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.Stored;
import fr.hubee.journal.seal.JournalOwnerService;
import fr.hubee.journal.seal.SealedEntries;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks that the parties of a télédossier get its receipts, and others do not. */
class ReceiptsIT extends InServer {
    static final OrganizationKey DILA =
            OrganizationKey.parse("OSL-99000001000019-00000").orElseThrow();
    static final OrganizationKey TOWN =
            OrganizationKey.parse("SI-99000101800011-99101").orElseThrow();

    final Partner town = Partner.of("demo-valbourg-etatcivil");
    final Partner otherTown = Partner.of("demo-clairmont-etatcivil");

    @Inject
    JournalOwnerService sealing;

    @Inject
    SealedEntries entries;

    @Inject
    ReceiptCheckService checks;

    void seal() throws Exception {
        asBatch.call(sealing::seal);
    }

    /** Returns the receipts, verified. */
    List<Receipt> receipts(Partner who, String path) throws Exception {
        var keys = entries.keys();
        var found = new ArrayList<Receipt>();
        for (var each : who.get(path + "/receipts").json()) {
            assertEquals("READY", each.path("status").asText(), each::toString);
            found.add(ReceiptVerifier.verify(each.path("receipt").asText(), name -> TreeHead.publicKey(keys.get(name)))
                    .receipt());
        }
        return found;
    }

    static List<ReceiptKind> kinds(List<Receipt> receipts) {
        return receipts.stream().map(Receipt::kind).toList();
    }

    static String digest() throws Exception {
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(Deposit.REQUEST));
    }

    @Test
    void aDepositIsReceiptedOnceTheJournalIsSealed() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        JsonNode pending = town.get(deposit.casePath() + "/receipts").json();
        assertEquals("PENDING", pending.at("/0/status").asText(), pending::toString);
        assertTrue(pending.at("/0/receipt").isNull(), pending::toString);

        seal();

        var receipt = receipts(town, deposit.casePath()).get(0);
        assertEquals(ReceiptKind.DEPOSIT, receipt.kind());
        assertEquals(DILA, receipt.sender());
        assertEquals(List.of(TOWN), receipt.recipients());
        assertEquals(deposit.caseId(), receipt.about().toString());
        assertEquals(deposit.folder().at("/cases/0/externalId").asText(), receipt.number());
        assertEquals(1, receipt.files().size());
        assertEquals(deposit.attachmentId(), receipt.files().get(0).id().toString());
        assertEquals(digest(), receipt.files().get(0).sha256());
    }

    @Test
    void askedAgainItIsTheSame() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        seal();

        var first = town.get(deposit.casePath() + "/receipts").text();
        assertFalse(first.contains("/recepisse?r="), first);
        assertTrue(
                town.get(deposit.casePath() + "/receipts?verificationUrl=true")
                        .text()
                        .contains("/recepisse?r="),
                first);
        assertEquals(first, town.get(deposit.casePath() + "/receipts").text());
        assertEquals(first, dila.get(deposit.casePath() + "/receipts").text());
        assertEquals(first, dila.get(deposit.path() + "/receipts").text());
    }

    @Test
    void ofTwoTownsEachSeesItsOwn() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN, Deposit.OTHER_TOWN);
        seal();

        otherTown.get("/cases/" + deposit.caseId(0) + "/receipts").expect(403);
        town.get(deposit.path() + "/receipts").expect(403);
        assertEquals(
                List.of(List.of(TOWN)),
                receipts(town, deposit.casePath()).stream()
                        .map(Receipt::recipients)
                        .toList());
        assertEquals(2, receipts(dila, deposit.path()).size());
    }

    @Test
    void aLifeGivesOneOfEachKind() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        var file = deposit.casePath() + "/attachments/" + deposit.attachmentId();
        dila.get(deposit.casePath());
        dila.get(file);
        town.get(deposit.casePath());
        town.get(file);
        town.get(file);
        deposit.move(town, "DONE");
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}");
        dila.patch(deposit.path(), "{\"globalStatus\": \"CLOSED\"}");
        seal();

        var ofTown = receipts(town, deposit.casePath());
        assertEquals(
                List.of(
                        ReceiptKind.DEPOSIT,
                        ReceiptKind.WITHDRAWAL,
                        ReceiptKind.WITHDRAWAL,
                        ReceiptKind.STATUS,
                        ReceiptKind.CLOSING),
                kinds(ofTown));
        assertEquals(List.of(), ofTown.get(1).files());
        assertEquals(digest(), ofTown.get(2).files().get(0).sha256());
        assertEquals("DONE", ofTown.get(3).after());
        assertEquals(TOWN, ofTown.get(3).sender());
        assertEquals(List.of(DILA), ofTown.get(3).recipients());
        assertEquals(DILA, ofTown.get(4).sender());
        var ofFolder = receipts(dila, deposit.path());
        assertEquals(
                List.of(ReceiptKind.CLOSING, ReceiptKind.CLOSING),
                kinds(ofFolder).subList(4, 6));
    }

    @Test
    void everyActHasItsReceiptHoweverManyThereAre() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        for (int each = 0; each < 215; each++) {
            if (each == 150) { // as if the others were of yesterday
                Stored.caseOf(deposit).set("events_of_recipient = 0");
            }
            var moved = deposit.move(town, each % 2 == 0 ? "IN_PROGRESS" : "DONE");
            moved.expect(201);
        }
        dila.patch(deposit.casePath(), "{\"status\": \"CLOSED\"}").expect(204);
        seal();

        var all = receipts(town, deposit.casePath());
        assertEquals(217, all.size());
        assertEquals(ReceiptKind.CLOSING, all.get(216).kind());
        assertEquals(
                all.stream().sorted(Comparator.comparing(Receipt::at)).toList(), all, "the oldest first, once each");
        assertEquals(
                all,
                receipts(dila, deposit.path()).stream()
                        .filter(receipt -> receipt.about().equals(all.get(0).about()))
                        .toList());
    }

    /** Deposits a folder with so many cases that their receipts are several pages. */
    Deposit manyCases(int cases) {
        var one = Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
        var theCase = one.substring(one.indexOf("\"cases\": [") + 10, one.indexOf("],", one.indexOf("\"cases\"")));
        var number = theCase.substring(theCase.indexOf(": \"") + 3, theCase.indexOf("\","));
        var all = new StringBuilder(theCase);
        for (int each = 1; each < cases; each++) {
            all.append(',').append(theCase.replace(number, number + "-" + each));
        }
        return Deposit.announced(dila, one.replace(theCase, all)).upload().complete();
    }

    @Test
    void aFolderOfManyCasesIsAnsweredPageByPageAndNotToOneCallerAlone() throws Exception {
        var deposit = manyCases(250);
        seal();

        var receipts = receipts(dila, deposit.path());
        assertEquals(250, receipts.stream().map(Receipt::about).distinct().count());
        assertEquals(250, receipts.size());
        assertEquals(
                dila.get("/cases/" + deposit.caseId(249) + "/receipts").json().get(0),
                dila.get(deposit.path() + "/receipts").json().get(249));

        assertEquals(
                "8 429 5 {\"errors\":[{\"code\":429,\"message\":\"Too many requests\"}]}",
                withoutPlaces(deposit.path()));
        assertTrue(withoutPlaces(deposit.casePath()).startsWith("8 200 - [{"), "one page needs none");
        dila.get(deposit.path() + "/receipts").expect(200);
    }

    private String withoutPlaces(String path) {
        var asked = URI.create(Partner.address() + "/it/places?path=" + path + "/receipts");
        return Partner.send(dila.request("").uri(asked)).text();
    }

    @Test
    void whatIsTakenBackIsReceiptedToItsOperatorAlone() throws Exception {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();
        dila.delete(deposit.path());
        seal();

        var receipts = receipts(dila, deposit.path());
        assertEquals(List.of(ReceiptKind.DELETION), kinds(receipts));
        assertEquals(digest(), receipts.get(0).files().get(0).sha256());
        town.get(deposit.path() + "/receipts").expect(403);
        assertEquals(
                "Folder is not found",
                Partner.of("demo-cnaf").get(deposit.path() + "/receipts").error());
        assertEquals(
                "Case is not found", town.get(deposit.casePath() + "/receipts").error());
    }

    @Test
    void whoAsksTooOftenWaits() throws Exception {
        var last = ReceiptCheck.Verdict.FALSE;
        for (int asked = 0; asked < 1000 && last == ReceiptCheck.Verdict.FALSE; asked++) {
            last = checks.checkLink("203.0.113.77", "any").verdict();
        }

        assertEquals(ReceiptCheck.Verdict.TOO_MANY, last);
        assertEquals(
                ReceiptCheck.Verdict.FALSE,
                checks.checkLink("198.51.100.7", "any").verdict());
    }

    @Test
    void aReceiptNamesNeitherClientNorAddress() throws Exception {
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        seal();

        var jws = town.get(deposit.casePath() + "/receipts").field("0/receipt");
        var claims = new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertFalse(claims.contains("demo-dila") || claims.contains("127.0.0.1"), claims);
    }
}
