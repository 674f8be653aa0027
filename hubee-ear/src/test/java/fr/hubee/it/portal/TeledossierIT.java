package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.it.InParallel;
import fr.hubee.it.ServerLog;
import fr.hubee.it.Wait;
import fr.hubee.it.exchange.ResumableUploadsIT;
import fr.hubee.it.world.Answer;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import fr.hubee.it.world.Stored;
import fr.hubee.kernel.shared.Sha256;
import fr.hubee.people.account.ActorType;
import fr.hubee.people.account.Role;
import fr.hubee.portal.page.FormToken;
import fr.hubee.websecurity.PersonCookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** §6.4: an agent opens a télédossier, and does all the work on it. */
class TeledossierIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";
    static final String RECEIVED = ".td-status .badge-SI_RECEIVED";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS);

    /** Returns a télédossier that the portal has fetched. */
    Deposit fetched() {
        var deposit = Deposit.complete(dila, PROCESS, "10870-XML", village.town());
        moved(deposit, "SENT");
        return deposit;
    }

    static void moved(Deposit deposit, String status) {
        Partner.of("demo-admin")
                .patch(deposit.casePath(), "{\"status\": \"" + status + "\"}")
                .expect(204);
    }

    static String page(Deposit deposit) {
        return "/teledossier?id=" + deposit.caseId();
    }

    static String status(Deposit deposit) {
        return Partner.of("demo-admin").get(deposit.casePath()).field("status");
    }

    static List<String> actions(Deposit deposit) {
        var actions = new ArrayList<String>();
        Partner.of("demo-admin")
                .get(deposit.casePath())
                .json()
                .path("events")
                .forEach(event -> actions.add(event.path("actionType").asText()));
        return actions;
    }

    /** Waits for the entry of the history: a file leaves a moment before it. */
    static void awaitNoted(Deposit deposit, String action) {
        Wait.until(() -> actions(deposit), actions -> actions.contains(action));
    }

    static HttpRequest.Builder request(Visitor person, String path) {
        var session = person.openSession();
        return Partner.to(path)
                .header("Cookie", PersonCookie.NAME + "=" + session)
                .header(FormToken.HEADER, Visitor.formToken(session))
                .header("Sec-Fetch-Site", "same-origin");
    }

    static HttpRequest.Builder zip(Visitor person, Deposit... deposits) {
        var form = new StringBuilder();
        for (var deposit : deposits) {
            form.append("td=").append(deposit.caseId()).append('&');
        }
        return request(person, "/fichiers/teledossiers")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()));
    }

    static List<String> names(Answer zip) throws IOException {
        var names = new ArrayList<String>();
        try (var archive =
                new ZipInputStream(new ByteArrayInputStream(zip.response().body()))) {
            for (var entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                names.add(entry.getName());
                assertEquals(
                        new String(Deposit.REQUEST, StandardCharsets.UTF_8),
                        new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return names;
    }

    @Test
    void anAgentDoesAllHerWorkOnThePage() throws IOException {
        var deposit = fetched();
        var folder = chrome.downloads();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED);
        assertTrue(
                chrome.text().contains("EXEMPLE Camille") || chrome.text().contains("Exemple Camille"), chrome::text);

        chrome.judgeDialog("teledossier-statut", "#open-REFUSED");
        chrome.judgeDialog("teledossier-message", "[data-opens=messaging]");
        chrome.judgeDialog("teledossier-telecharger", "[data-opens=starting]");
        chrome.judgeDialog("teledossier-deposer", "[data-opens=depositing]");

        chrome.touch("[data-opens=messaging]")
                .type("message", "Il manque <b>le livret</b> de famille")
                .press("send-message");
        chrome.shows("Votre message est envoyé.", "Il manque <b>le livret</b> de famille");
        chrome.type("comment", "Vu avec <script>le maire</script>").press("add-comment");
        chrome.shows("Vu avec <script>le maire</script>");

        chrome.touch("[data-opens=starting]").touch("#confirm-download").await(".badge-IN_PROGRESS");
        chrome.shows("Camille Verneuil a téléchargé toutes les pièces jointes");

        var attestation = Files.writeString(folder.resolve("attestation d’inscription.pdf"), SMALL_PDF);
        chrome.touch("[data-opens=depositing]").find("#files").sendKeys(attestation.toString());
        chrome.touch("#confirm-deposit");
        Wait.until(() -> chrome.text("#done"), "Les pièces jointes ont été déposées et transmises."::equals);
        chrome.shows("attestation d’inscription.pdf");
        chrome.judge("teledossier");

        chrome.touch("#open-DONE").press("confirm-DONE");
        assertEquals("DONE", status(deposit));
        chrome.shows("En cours > Traité");
        chrome.judge("teledossier-traite");
    }

    @Test
    void aLongHistoryHasPagesAndIsPrintedWholeForWhoAsks() throws IOException {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        giveHistory(deposit, 120);
        chrome.signIn(ada).open(page(deposit));
        chrome.shows("Événements 1 à 100 sur 120, du plus récent au plus ancien");
        assertTrue(chrome.text().contains("piece-120") && !chrome.text().contains("piece-20\n"), chrome::text);
        assertFalse(chrome.has("#history-newer"));
        chrome.judge("teledossier-historique");

        chrome.follow("#history-older");
        chrome.shows("Événements 101 à 120", "piece-20");
        assertFalse(chrome.has("#history-older"));
        chrome.open(page(deposit) + "&historique=99");
        chrome.shows("L’historique ne va pas jusque-là");
        chrome.follow("#history-newer");
        chrome.shows("Événements 101 à 120 sur 120");
        chrome.type("comment", "Vu").press("add-comment");
        assertTrue(chrome.text().contains("Événements 1 à 100 sur 121"), "what she has written is on the page");
        chrome.script("$(document).one('pfAjaxComplete', () => document.body.id = 'refreshed'); refresh()");
        chrome.await("#refreshed").shows("Événements 1 à 100 sur 121");

        var print = "/fichiers/impression?td=" + deposit.caseId();
        var newest = paper(print);
        assertTrue(newest.contains("Seuls les 100 derniers événements sont imprimés"), newest);
        assertFalse(newest.contains("piece-1\n"), newest);
        var whole = paper(print + "&historique=tout");
        assertFalse(whole.contains("Seuls les"), whole);
        assertTrue(whole.contains("piece-1\n"), whole);
        assertEquals("", ServerLog.with("org.apache.pdfbox"));
    }

    /** Adds so many events, {@code piece-1} the oldest of them. */
    static void giveHistory(Deposit deposit, int events) {
        Database.change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register,
                    transmitter_branch_code, action_type, author, comment, notification, status, created_at)
                select uuidv7(), c.id, c.organization_type, c.company_register, c.branch_code, 'ATTACH_DL', 'Ada',
                    'piece-' || each, false, 'SENT', now() + each * interval '1 second'
                from cases c, generate_series(1, ?) each where c.id = ?::uuid""", events, deposit.caseId());
    }

    @Test
    void ofManyWhoPrintAtOnceMostAreRefusedBeforeTheFirstHasHerPaper() {
        var deposit = fetched();
        giveHistory(deposit, 1_000);
        var print = request(ada, "/fichiers/impression?historique=tout&td=" + deposit.caseId());
        var answered = new ConcurrentLinkedQueue<Integer>();
        var refusals = new ConcurrentLinkedQueue<Answer>();

        InParallel.of(40, each -> {
            var answer = Partner.send(print.copy());
            answered.add(answer.status());
            if (answer.status() == 503) {
                refusals.add(answer);
            }
            return answer;
        });

        assertEquals(503, answered.peek(), answered::toString);
        assertTrue(answered.contains(200), answered::toString);
        var refusal = refusals.element();
        refusal.shows("Beaucoup de télédossiers s’impriment en ce moment", "<h1>Réessayez dans un instant</h1>");
        assertFalse(refusal.text().contains("id=\"reference\""), "it is no incident");
    }

    private String paper(String path) throws IOException {
        var pdf = Partner.send(request(ada, path)).expect(200);
        try (var document = Loader.loadPDF(pdf.bytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    static final String SMALL_PDF = """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
            4 0 obj<</Length 44>>stream
            BT /F 24 Tf 30 100 Td (Attestation) Tj ET
            endstream endobj
            5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
            trailer<</Root 1 0 R>>
            """;

    @Test
    void theNameIsTheTitleTheFirstFileIsPreviewedAndTwoButtonsLeadToTheEnd() {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED);
        assertEquals("Camille Exemple", chrome.title());
        var kept = (String) chrome.script("return document.title");
        assertFalse(kept.contains("Exemple"), "browsers keep the titles of pages");

        awaitPreview("<acte>naissance</acte>");
        assertEquals(1, readings(deposit));
        assertEquals(
                1,
                Database.count("audit_entry where subject = ? and changes like '%onScreen%'", deposit.attachmentId()));
        chrome.judge("teledossier-piece").wide().shows("Télécharger tous les éléments (ZIP)");
        assertEquals(
                1L,
                chrome.script(
                        "return new Set([...document.querySelectorAll('#td-acts .actions button')].map(e => e.getBoundingClientRect().bottom)).size"),
                "« Refuser » is beside the other acts");
        chrome.press("take-on");
        assertEquals("IN_PROGRESS", status(deposit));
        assertFalse(chrome.has("#take-on"));

        chrome.judgeDialog("teledossier-fin", "#open-DONE");
        chrome.touch("#open-DONE").type("DONE-comment", "Acte envoyé").press("confirm-DONE");
        assertEquals("DONE", status(deposit));
        chrome.shows("Acte envoyé");
    }

    static void awaitPreview(String text) {
        Wait.until(() -> chrome.inFrame("#td-file iframe"), shown -> shown.contains(text));
    }

    /** Returns how often its files were read, by the journal. */
    static int readings(Deposit deposit) {
        return Database.count("audit_entry where action = 'ATTACHMENT_READ' and subject = ?", deposit.attachmentId());
    }

    @Test
    void aFileIsNotReadWhereNobodySeesIt() {
        var deposit = fetched();
        chrome.narrow().signIn(ada).open(page(deposit)).await(RECEIVED);
        assertFalse(chrome.find("#td-file").isDisplayed());
        chrome.openUnseen(page(deposit)).wide();
        assertEquals(0, readings(deposit));

        chrome.lookAt();

        awaitPreview("<acte>naissance</acte>");
        assertEquals(1, readings(deposit));
    }

    @Test
    void aFileThatTheAntivirusHasNotSeenIsNotShownNorServed() {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED);
        awaitPreview("<acte>");
        Stored.fileOf(deposit).hasStatus("PENDING");
        chrome.script(
                "var shown = document.querySelector('#td-file iframe'); shown.src = shown.src.replace('#', '&#')");
        awaitPreview("Cette pièce ne peut pas être montrée ici.");
        for (var kind : List.of("texte", "apercu")) {
            var text = "/fichiers/" + kind + "?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();
            var refused = Partner.send(request(ada, text)).expect(404).shows("ou n’existe plus. Rechargez la page");
            assertEquals("text/plain;charset=UTF-8", refused.header("Content-Type"));
            assertEquals("SAMEORIGIN", refused.header("X-Frame-Options"));
        }
        chrome.expectingError(404).open(page(deposit)).shows("en attente de l’antivirus");
        assertFalse(chrome.has("#td-file"));
    }

    @Test
    void eachFileThatNobodyCanOpenSaysWhyToTheAgentAndToThoseWhoAnswerForIt() {
        var file = "(?s)\\[(\\{\"fileName.*})]";
        var deposit = Deposit.announced(
                dila,
                Deposit.json(PROCESS, "10870-XML", List.of(Deposit.TOWN))
                        .replace(Deposit.town(Deposit.TOWN), village.town().key())
                        .replaceFirst(file, "[$1,$1,$1,$1,$1]"));
        var files = new ArrayList<UUID>();
        for (int each = 0; each < 5; each++) {
            files.add(UUID.fromString(
                    deposit.folder().at("/attachments/" + each + "/id").asText()));
        }
        for (var each : files.subList(2, 5)) {
            dila.upload(deposit.path() + "/attachments/" + each, Deposit.REQUEST)
                    .expect(204);
        }
        dila.with("digest", "AAAA")
                .upload(deposit.attachmentPath(), Deposit.REQUEST)
                .expect(400);
        deposit.complete();
        moved(deposit, "SENT");
        Stored.file(files.get(2)).set("status = 'REJECTED', verdict = 'StreamMaxLength'");
        var folder = UUID.fromString(deposit.folder().path("id").asText());
        var key = Database.text("select id from data_key where owner_id = ?", folder);
        Database.change("update data_key set id = ? where owner_id = ?", "lost", folder);
        damaged(files.get(3), "UNREADABLE");
        damaged(files.get(4), "CHANGED");
        try {
            chrome.signIn(ada).open(page(deposit)).await(RECEIVED).judge("teledossier-pieces");
            chrome.shows("arrivée abîmée : l’opérateur doit la renvoyer", "pièce annoncée, pas encore reçue");
            chrome.shows("trop lourde pour l’antivirus", "sa clé de chiffrement est perdue", "abîmée dans HubEE");
            assertFalse(chrome.has("#td-files .file-name a"), chrome::text);
            var number = deposit.folder().path("externalId").asText();
            var hugo = NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR);
            for (var reader : List.of(Visitor.national(), Visitor.of(hugo))) {
                chrome.signIn(reader).open("/a-surveiller").judge("a-surveiller-pieces");
                var said = chrome.text("#pieces");
                assertEquals(6, said.split(number).length, said);
                chrome.shows("arrivée abîmée, sa taille", "annoncée, jamais reçue", "antivirus (StreamMaxLength)");
                chrome.shows("abîmée dans le stockage", "sa clé de chiffrement est perdue");
            }
            var other = NewPerson.camille(Organizations.CNAF, ActorType.BUSINESS_ADMINISTRATOR);
            chrome.signIn(Visitor.of(other)).open("/a-surveiller").shows("Pièces que personne ne peut ouvrir");
            chrome.hides(number);
            Stored.file(files.get(2)).hasStatus("PENDING");
            var status = Database.text("select status from folder where id = ?", folder);
            Database.change("update folder set status = 'DONE' where id = ?", folder);
            chrome.signIn(Visitor.national()).open("/a-surveiller");
            assertEquals(2, chrome.text("#pieces").split(number).length, "the antivirus has yet to see it");
            Database.change("update folder set status = ? where id = ?", status, folder);
        } finally {
            Database.change("delete from damaged_file where attachment_id in (?, ?)", files.get(3), files.get(4));
            Database.change("update data_key set id = ? where owner_id = ?", key, folder);
        }
        dila.upload(deposit.attachmentPath(), Deposit.REQUEST).expect(204);
        chrome.signIn(ada).open(page(deposit)).hides("arrivée abîmée", "clé de chiffrement");
        assertTrue(chrome.has("#td-files .file-name a"), chrome::text);
    }

    static void damaged(UUID file, String damage) {
        Database.change("insert into damaged_file values (?, ?, now(), now())", file, damage);
    }

    @Test
    void whoeverTakesOnWhatAColleagueHasEndedIsInformed() {
        var deposit = fetched();
        chrome.signIn(ada)
                .open(page(deposit))
                .await(RECEIVED)
                .script("renew = () => {}"); // she is faster than the page
        Wait.until(() -> chrome.script("return PrimeFaces.ajax.Queue.isEmpty()"), Boolean.TRUE::equals);
        moved(deposit, "REFUSED");

        chrome.press("take-on");

        chrome.shows("Ce télédossier est « Refusé »");
        assertTrue(chrome.text("#refused").startsWith("Rien n’a été enregistré : la page avait changé."), chrome::text);
        assertEquals("refused", chrome.focused());
    }

    @Test
    void whateverSheDoesThereSheGoesBackToTheListAsItWas() {
        var deposit = fetched();
        var list = "/teledossiers?statut=tous&demarche=" + PROCESS + "&tri=modification&lignes=50";
        var back = Partner.address() + list;
        chrome.signIn(ada).open(list).follow("#case-" + deposit.caseId());
        assertEquals(back, address(".back a"));

        chrome.await(RECEIVED);
        chrome.follow("a[href*='/apercu']").follow(".back a");
        chrome.type("comment", "Vu").press("add-comment");
        chrome.follow(".back a");

        assertEquals(back, chrome.address());
        chrome.open(page(deposit) + "&retour=https://ailleurs.example/teledossiers");
        assertEquals(Partner.address() + "/teledossiers", chrome.find(".back a").getDomProperty("href"));
    }

    @Test
    void sheGoesThroughTheListOneByOneAndKeepsHerPlaceWhateverSheDoes() {
        var first = fetched();
        var second = fetched();
        var third = fetched();
        var list = "/teledossiers?statut=nouveaux&tri=modification";
        chrome.signIn(ada).open(list).follow("#case-" + second.caseId()).await(RECEIVED);

        assertTrue(address("#td-previous").contains(third.caseId()), () -> address("#td-previous"));
        assertTrue(address("#td-next").contains(first.caseId()), "its place is the one that it had when she came");
        chrome.follow("a[href*='/apercu']").follow(".back a");
        assertTrue(address("#td-next").contains(first.caseId()), "also once she has looked at a file");
        chrome.judge("teledossier-voisins");

        chrome.keys("j").await("[data-td='" + first.caseId() + "'] " + RECEIVED);
        assertFalse(chrome.has("#td-next"), "it is the last one");
        assertTrue(address("#td-previous").contains(third.caseId()), "the second one is new no more");
        chrome.keys("k").await("[data-td='" + third.caseId() + "']");
        assertEquals(Partner.address() + list, address(".back a"));

        for (var forged : List.of("", "&retour=/comptes?x=1", "&retour=//ailleurs.example/teledossiers?statut=tous")) {
            chrome.open(page(second) + forged);
            assertFalse(chrome.has(".td-neighbours"), forged);
        }
        chrome.open(page(second) + "&retour="
                + URLEncoder.encode("/teledossiers?tri='--&apres=x", StandardCharsets.UTF_8) + "&rang='--");
        assertTrue(chrome.has(".td-neighbours"));
        chrome.assertNoTrouble();
    }

    private static String address(String link) {
        return chrome.find(link).getDomProperty("href");
    }

    @Test
    void byKeyboardAloneSheReceivesAndRefuses() {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED);

        chrome.find("#open-REFUSED").sendKeys(Keys.ENTER);
        assertEquals("REFUSED-message", chrome.focused());
        chrome.reach("#confirm-REFUSED").enter();
        assertEquals("Écrivez le motif du refus.", chrome.text("#REFUSED-message-error"));
        assertEquals("REFUSED-message", chrome.focused());
        assertEquals("SI_RECEIVED", status(deposit));
        chrome.judge("teledossier-refus-sans-motif").keys("Commune voisine");
        chrome.reach("#confirm-REFUSED").enter();

        assertEquals("REFUSED", status(deposit));
        chrome.shows("Commune voisine");
    }

    @Test
    void theBackButtonShowsTheStatusOfNowAndADoubleClickActsOnce() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open("/accueil").open(page(deposit)).type("comment", "Vu");
        chrome.script("refresh(); document.getElementById('add-comment').click(); PrimeFaces.ajax.Queue.abortAll()");
        Wait.until(() -> !chrome.has("#add-comment[aria-busy]")); // what was never sent
        chrome.twice("add-comment");
        assertEquals(
                1L,
                chrome.script("return [...document.querySelectorAll('.td-said')]"
                        + ".filter(said => said.textContent.endsWith('Vu')).length"));

        chrome.touch("#open-DONE").press("confirm-DONE");
        assertEquals("DONE", status(deposit));
        chrome.open("/accueil").back();

        assertTrue(chrome.has(".td-status .badge-DONE"), chrome::text);
        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));
        chrome.assertNoTrouble();
    }

    @Test
    void aFileIsLookedAtWithoutBeingDownloadedAndRunsNothing() throws Exception {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open("/apercu?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId());

        chrome.shows("<acte>naissance</acte>");
        chrome.judge("teledossier-apercu");
        assertFalse(actions(deposit).contains("ATTACH_DL"));
        // a file that a browser would run is never sent as a page
        Partner.send(request(ada, "/fichiers/apercu?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId()))
                .expect(404);
        var kept = Partner.send(
                        request(ada, "/fichiers/piece?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId()))
                .expect(200);
        assertEquals("application/octet-stream", kept.header("Content-Type"));
        assertEquals("nosniff", kept.header("X-Content-Type-Options"));
        assertTrue(kept.header("Content-Disposition").startsWith("attachment; filename=\"demande.xml\""));
        awaitNoted(deposit, "ATTACH_DL");

        Stored.fileOf(deposit).set("mime_type = 'application/pdf'");
        for (var path : List.of(page(deposit), "/apercu?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId())) {
            var shown = Partner.send(request(ada, path)).text();
            assertTrue(shown.contains("#navpanes=0&amp;view=FitH\""), path);
        }
    }

    @Test
    void severalTeledossiersComeAsOneArchiveAndTheirWorkHasBegun() throws IOException {
        var first = fetched();
        var second = fetched();
        var emptied = fetched();
        Stored.fileOf(emptied).isDeleted();

        var zip = Partner.send(zip(ada, first, second, emptied)).expect(200);

        assertEquals("application/zip", zip.header("Content-Type"));
        assertEquals(2, names(zip).size());
        for (var deposit : List.of(first, second)) {
            var number =
                    deposit.folder().path("cases").path(0).path("externalId").asText();
            assertTrue(names(zip).contains(number + "/demande.xml"), names(zip)::toString);
            assertEquals("IN_PROGRESS", status(deposit));
            assertEquals(List.of("ATTACH_DL_ALL", "STATUS_UPDATE"), actions(deposit));
        }
        assertEquals("SENT", status(emptied), "nothing of it was taken");
        assertEquals(List.of(), actions(emptied));
    }

    @Test
    void aBrokenDownloadBeginsNoCase() throws Exception {
        var deposit = large();

        try (var http = HttpClient.newHttpClient()
                .send(zip(ada, deposit).build(), BodyHandlers.ofInputStream())
                .body()) {
            assertEquals(1000, http.readNBytes(1000).length);
        }
        assertEquals("SENT", status(deposit));

        var whole = HttpClient.newHttpClient().send(zip(ada, deposit).build(), BodyHandlers.ofInputStream());
        try (InputStream body = whole.body()) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        }
        chrome.signIn(ada).open(page(deposit)).await(".badge-IN_PROGRESS");
        assertEquals(List.of("ATTACH_DL_ALL", "STATUS_UPDATE"), actions(deposit)); // of the second one alone
    }

    /** Returns a file that is larger than what a connection holds. */
    Deposit large() {
        var bytes = new byte[30_000_000];
        new java.util.Random(7).nextBytes(bytes);
        bytes[0] = '<';
        var json = Deposit.json(PROCESS, "10870-XML", List.of(Deposit.TOWN))
                .replace(Deposit.town(Deposit.TOWN), village.town().key())
                .replace("\"size\": " + Deposit.REQUEST.length, "\"size\": " + bytes.length);
        var deposit = Deposit.announced(dila, json);
        dila.upload(deposit.attachmentPath(), bytes).expect(204);
        deposit.complete();
        moved(deposit, "SENT");
        return deposit;
    }

    @Test
    void aForgedAddressOfATeledossierIsRefused() {
        var deposit = fetched();
        for (var path : List.of(
                "/teledossier",
                "/teledossier?id=x",
                "/teledossier?id=01900000-0000-7000-8000-000000000000",
                "/fichiers/piece?td=1&piece=2",
                "/apercu?td=" + deposit.caseId())) {
            Partner.send(request(ada, path)).expect(404, path);
        }
        Partner.send(request(ada, "/fichiers/teledossiers?td=" + deposit.caseId()))
                .expect(405);
        assertEquals("SENT", status(deposit));
    }

    @Test
    void whatIsOutsideOfHerHabilitationsDoesNotExistWhicheverWaySheAsks() {
        var deposit = fetched();
        var piece = "td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();
        var neighbour = Visitor.agent(PortalTown.of(PROCESS).town(), PROCESS);
        var colleague = Visitor.agent(village.town(), "EtatCivil");
        for (var stranger : List.of(neighbour, colleague)) {
            for (var path : List.of(
                    page(deposit),
                    "/apercu?" + piece,
                    "/fichiers/piece?" + piece,
                    "/fichiers/apercu?" + piece,
                    "/fichiers/texte?" + piece,
                    "/fichiers/impression?td=" + deposit.caseId())) {
                Partner.send(request(stranger, path)).expect(404, path);
            }
            for (var path : List.of("teledossiers", "preparation", "consultation", "depot", "presence")) {
                var sent = request(stranger, "/fichiers/" + path + "?td=" + deposit.caseId());
                Partner.send(sent.header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("taille=1")))
                        .expect(404, path);
            }
            assertEquals(
                    1,
                    Database.count(
                            "audit_entry where action = 'ACCESS_REFUSED' and actor = ? and subject = ?",
                            stranger.email(),
                            deposit.caseId()),
                    "the journal knows that she tried");
        }
        chrome.signIn(neighbour).open(page(deposit));
        assertEquals("Cette page n’existe pas", chrome.title());
        chrome.expectingError(404).judge("teledossier-inconnu");
        assertEquals("SENT", status(deposit));
        assertEquals(List.of(), actions(deposit));
    }

    @Test
    void aFormThatIsSentToAnothersTeledossierDoesNothing() {
        var foreign = fetched();
        var elsewhere = PortalTown.of(PROCESS);
        var hers = Deposit.complete(dila, PROCESS, "10870-XML", elsewhere.town());
        moved(hers, "SI_RECEIVED");
        chrome.signIn(Visitor.agent(elsewhere.town(), PROCESS)).open(page(hers)).settled();

        chrome.script("document.getElementById('note').action = arguments[0]", page(foreign));
        chrome.type("comment", "Vu").press("add-comment").expectingError(404);

        assertEquals("Vu", chrome.find("#comment").getDomProperty("value"));
        assertEquals(List.of(), actions(foreign));
    }

    /** Records a change by a colleague in the history. */
    static void moved(Deposit deposit, String status, String colleague) {
        var event = Deposit.moving(status).replace("Mairie", colleague);
        Partner.of("demo-admin").post(deposit.casePath() + "/events", event).expect(201);
    }

    @Test
    void whatSheWroteIsStillThereWhenAColleagueHasEndedTheWork() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open(page(deposit)).settled().touch("#open-REFUSED");
        moved(deposit, "DONE", "Béa Lovelace");

        chrome.type("REFUSED-message", "Commune voisine").press("confirm-REFUSED");

        assertEquals("refused", chrome.focused());
        var told = chrome.text("#refused");
        assertTrue(told.contains("Ce télédossier est « Traité » depuis le "), told);
        assertTrue(told.contains(", par Béa Lovelace."), told);
        assertTrue(told.contains("Votre changement n’a pas été enregistré, votre texte non plus."), told);
        assertEquals("Commune voisine", chrome.find("#unsaved-text").getDomProperty("value"));
        assertEquals("DONE", status(deposit));
        chrome.judge("teledossier-trop-tard").reload();
        assertEquals("Commune voisine", chrome.find("#unsaved-text").getDomProperty("value"), "also after a reload");
        assertTrue(chrome.find("#unsaved").isDisplayed());
        chrome.touch("#forget-unsaved").reload();
        assertFalse(chrome.find("#unsaved").isDisplayed());
        chrome.assertNoTrouble();
    }

    @Test
    void whatSheWroteStaysInItsFieldWhenAColleagueHasGoneOn() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        chrome.signIn(ada).open(page(deposit)).settled().touch("#open-REFUSED");
        moved(deposit, "IN_PROGRESS", "Béa Lovelace");

        chrome.type("REFUSED-message", "Commune voisine").press("confirm-REFUSED");

        chrome.shows("Ce télédossier est « En cours » depuis le ", "Votre changement n’a pas été enregistré");
        assertEquals("IN_PROGRESS", status(deposit));
        assertEquals("Commune voisine", chrome.find("#REFUSED-message").getDomProperty("value"));
        assertFalse(chrome.find("#unsaved").isDisplayed());
        chrome.reload().shows("Ce texte attend dans « Refuser ».");
        assertFalse(chrome.has("#move-REFUSED[aria-hidden=false]"), "a final act opens by itself");
        chrome.touch("#open-REFUSED");
        assertEquals("Commune voisine", chrome.find("#REFUSED-message").getDomProperty("value"), "also after a reload");
        chrome.press("confirm-REFUSED");
        assertEquals("REFUSED", status(deposit));
        chrome.shows("Commune voisine");
    }

    @Test
    void aMessageThatTheNetworkDoesNotTakeStaysAndIsSentAgain() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada)
                .open(page(deposit))
                .settled()
                .touch("#open-messaging")
                .type("message", "Il manque le livret");

        chrome.network(false).script("document.getElementById('send-message').click(); PF('messaging').hide()");
        chrome.await("#messaging[aria-hidden=false] .not-sent");

        assertTrue(chrome.text("#messaging .not-sent").startsWith("Non envoyé"), chrome::text);
        assertEquals("Il manque le livret", chrome.find("#message").getDomProperty("value"));
        assertEquals("Envoyer le message", chrome.text("#send-message"));
        chrome.trouble(); // the browser's own message
        chrome.network(true).judge("teledossier-non-envoye").reload().await("#messaging[aria-hidden=false]");
        chrome.press("send-message");
        assertTrue(actions(deposit).contains("SENDING_MESSAGE"));
        assertEquals("[]", chrome.script("return sessionStorage.getItem('hubee-kept')"), "it is forgotten");
    }

    @Test
    void whatIsMissingIsSaidAndAFileGoesWithIt() throws IOException {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        var form = Files.writeString(chrome.downloads().resolve("formulaire.pdf"), SMALL_PDF);
        chrome.signIn(ada).open(page(deposit)).judgeDialog("teledossier-complements", "#open-ADD_AWAITING");
        chrome.touch("#open-ADD_AWAITING").press("confirm-ADD_AWAITING");
        assertEquals("Écrivez ce qui manque.", chrome.text("#ADD_AWAITING-message-error"));

        chrome.find("#ADD_AWAITING-files").sendKeys(form.toString());
        chrome.touch("#confirm-ADD_AWAITING");
        assertTrue(chrome.has("#ADD_AWAITING-message:invalid"), "no file leaves without the text");
        chrome.type("ADD_AWAITING-message", "Le livret de famille").press("confirm-ADD_AWAITING");

        assertEquals("ADD_AWAITING", status(deposit));
        assertTrue(actions(deposit).contains("ATTACH_DEPOSIT"));
        chrome.shows("Message : Le livret de famille", "formulaire.pdf").assertNoTrouble();
    }

    @Test
    void aReadyMadeAnswerFillsTheTextsOfItsServiceAlone() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        Database.change(
                "insert into ready_answer select gen_random_uuid(), s.id, 'Ailleurs', '…', 0 from subscription s where s.company_register = ?",
                PortalTown.of(PROCESS).town().companyRegister());
        chrome.signIn(ada)
                .open(page(deposit))
                .settled()
                .touch("#open-messaging")
                .follow("#messaging a[href*=reponses-types]");
        chrome.type("title", "Livret").type("text", "{demandeur}, il manque le livret.");
        chrome.press("save-answer").follow("#answers a[href*=modifier]");
        chrome.type("title", "Livret absent").press("save-answer");
        chrome.shows("La réponse type est enregistrée.").judge("reponses-types");
        assertFalse(chrome.text().contains("Ailleurs"), "it is another service's");
        assertTrue(chrome.follow(".back a").local().contains("id=" + deposit.theCase()), chrome::local);

        chrome.open(page(deposit)).settled().touch("#open-REFUSED").type("REFUSED-message", "Bonjour,");
        chrome.choose("REFUSED-message-ready", "Livret absent");
        awaitText("REFUSED-message", "Bonjour,\nCamille Exemple, il manque le livret.");
        chrome.judge("teledossier-reponse-type").choose("REFUSED-message-ready", "Aucune");
        awaitText("REFUSED-message", "Bonjour,");
        assertEquals("REFUSED-message-ready", chrome.focused());
        chrome.keys(Keys.ESCAPE).await("#REFUSED-message:not(:focus)").touch("#open-messaging");
        chrome.choose("message-ready", "Livret absent");
        awaitText("message", "Camille Exemple, il manque le livret.");
        chrome.press("send-message").shows("Message : Camille Exemple, il manque le livret.");

        assertEquals(2, Database.count("audit_entry where action like 'READY_ANSWER_%' and actor = ?", ada.email()));
        chrome.open("/reponses-types")
                .touch("#answers [data-opens]")
                .follow("[name=delete]")
                .shows("La réponse type est supprimée.");
    }

    private static void awaitText(String field, String text) {
        Wait.until(() -> chrome.script("return document.getElementById(arguments[0]).value", field), text::equals);
    }

    @Test
    void aDialogThatAColleagueAllowsMeanwhileIsWholeOnceHersIsClosed() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        chrome.signIn(ada).open(page(deposit)).settled().touch("#open-messaging");
        moved(deposit, "IN_PROGRESS", "Béa Lovelace");
        chrome.script("renew()");

        chrome.await("#open-DONE").keys(Keys.ESCAPE).await("#confirm-DONE");

        chrome.touch("#open-DONE").press("confirm-DONE");
        assertEquals("DONE", status(deposit));
    }

    @Test
    void aMessageThatComesTooLateIsNotLost() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open(page(deposit)).settled().touch("[data-opens=messaging]");
        moved(deposit, "DONE", "Béa Lovelace");

        chrome.type("message", "Il manque le livret").press("send-message");

        assertTrue(chrome.text("#refused").contains(", par Béa Lovelace. Votre message n’a pas été"), chrome::text);
        assertEquals("Il manque le livret", chrome.find("#unsaved-text").getDomProperty("value"));
        assertFalse(actions(deposit).contains("SENDING_MESSAGE"));
    }

    @Test
    void theFocusStaysWhereSheIsOrIsWhereThePageSaysWhatWasDone() throws IOException {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        chrome.downloads();
        chrome.signIn(ada).open(page(deposit)).type("comment", "Vu").press("add-comment");
        assertEquals("add-comment", chrome.focused());
        chrome.shows("Votre commentaire est ajouté.");
        chrome.touch("[data-opens=messaging]").type("message", "Bonjour").press("send-message");
        assertEquals("open-messaging", chrome.focused());
        chrome.shows("Votre message est envoyé.");
        chrome.find("#download-all").sendKeys(Keys.ENTER);
        chrome.await("#starting[aria-hidden=false]").find("#confirm-download").sendKeys(Keys.ENTER);
        chrome.await(".td-status .badge-IN_PROGRESS");
        assertEquals("download-all", chrome.focused());
        chrome.find("a[href*='/fichiers/piece?']").sendKeys(Keys.ENTER);
        awaitNoted(deposit, "ATTACH_DL");
        assertEquals("demande.xml", chrome.focused());
        chrome.touch("#open-DONE").press("confirm-DONE");
        assertEquals("done", chrome.focused());
        chrome.shows(
                "Le télédossier est maintenant « Traité ». L’opérateur en est informé.", "clôt ensuite le télédossier");
        chrome.assertNoTrouble();
    }

    @Test
    void theButtonsOfTheDialogsAreInSightOnALowScreen() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada).open(page(deposit)).wide();

        for (var each :
                List.of("move-REFUSED confirm-REFUSED", "messaging send-message", "depositing confirm-deposit")) {
            var ids = each.split(" ", -1);
            chrome.touch("[data-opens=" + ids[0] + "]");
            assertEquals(true, chrome.script("""
                    const button = document.getElementById(arguments[0]).getBoundingClientRect();
                    return button.top >= 0 && button.bottom <= innerHeight""", ids[1]), each);
            chrome.keys(Keys.ESCAPE);
        }
    }

    @Test
    void aDialogThatOpenedByItselfGivesTheFocusToWhatOpensIt() {
        var deposit = fetched();
        moved(deposit, "IN_PROGRESS");
        chrome.signIn(ada)
                .open(page(deposit))
                .settled()
                .touch("[data-opens=messaging]")
                .type("message", "Brouillon");

        chrome.reload().await("#messaging[aria-hidden=false]").keys(Keys.ESCAPE);

        assertFalse(chrome.has(".ui-dialog[aria-hidden=false]"));
        Wait.until(chrome::focused, "open-messaging"::equals); // the page hears of the end of its dialog a little later
    }

    @Test
    void whoLosesHerSessionIsAskedToSignIn() {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit));
        ada.loseSessions();

        chrome.script(
                "location.assign(arguments[0])",
                "/fichiers/piece?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId());
        chrome.await("#login");

        assertEquals("/connexion", chrome.path());
    }

    @Test
    void anAgentWhoOnlyReadsSeesNoAct() {
        var deposit = fetched();
        var rose = Visitor.of(NewPerson.camille(village.town().organizationKey(), ActorType.AGENT)
                .roles(Set.of(Role.READ_FOLDERS))
                .reaching(PROCESS));

        chrome.signIn(rose).open(page(deposit));

        chrome.shows("demande.xml");
        assertFalse(chrome.has("main .ui-dialog"));
        assertFalse(chrome.has("main a[href*=fichiers]:not(#print)"), "she takes no file");
        assertTrue(chrome.has("#print"));
        assertFalse(chrome.has("main form:not(#display, #refreshing)"));
        chrome.shows("Si vous confirmez sa réception, il devient « Reçu »").judge("teledossier-a-recevoir");
        chrome.press("confirm-reception").await(RECEIVED);
        assertEquals("Reçu à l’instant par vous.", chrome.text("#td-news"));
        chrome.judge("teledossier-lecture");
    }

    @Test
    void whoeverSeesItFirstReceivesItAndKeepsHerFocus() {
        var deposit = fetched();
        chrome.signIn(ada).openUnseen(page(deposit));
        chrome.shows("demande.xml");
        chrome.script("document.getElementById('download-all').focus()");
        assertEquals("SENT", status(deposit), "nobody looks at it");

        chrome.lookAt().await(RECEIVED);

        assertEquals("download-all", chrome.focused());
        assertEquals("Reçu à l’instant par vous.", chrome.text("#td-news"));
        chrome.shows("Nouveau > Reçu");
        assertTrue(chrome.has("#take-on"), "she may go on at once");
        chrome.judge("teledossier-recu").reload();
        var news = chrome.text("#td-news");
        assertTrue(news.matches("Reçu le .* par Camille Verneuil\\."), news);
        assertEquals(List.of("STATUS_UPDATE"), actions(deposit), "once");
        chrome.assertNoTrouble();
    }

    @Test
    void whoHasNoScriptsReceivesItWithAButtonAndAGetChangesNothing() {
        var deposit = fetched();
        var shown = Partner.send(request(ada, page(deposit)));
        shown.shows("Confirmer la réception");
        Partner.send(request(ada, displayed(deposit))).expect(405);
        var elsewhere = request(ada, displayed(deposit)).setHeader("Sec-Fetch-Site", "cross-site");
        Partner.send(elsewhere.POST(BodyPublishers.noBody())).expect(403);
        assertEquals("SENT", status(deposit));

        var received = Partner.send(request(ada, displayed(deposit)).POST(BodyPublishers.noBody()));

        assertEquals("SI_RECEIVED", status(deposit));
        var next = Partner.send(request(ada, received.header("Location").replaceFirst("^https?://[^/]+", "")));
        next.shows("Reçu à l’instant par vous.");
        next.hides("Confirmer la réception");
    }

    @Test
    void withoutScriptsThePageSaysSoIsReadAndOffersNothingThatNeedsThem() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        chrome.signIn(ada).scripts(false);
        try {
            chrome.open(page(deposit)).shows("Ce navigateur n’exécute pas de scripts", "demande.xml", "Reçu");
            for (var each :
                    List.of("#open-messaging", "#open-REFUSED", "#open-depositing", "#open-shortcuts", "#td-file")) {
                assertFalse(chrome.find(each).isDisplayed(), each);
            }
            chrome.open("/teledossiers?statut=tous").follow("#case-" + deposit.caseId());
            assertEquals("Camille Exemple", chrome.title());
            chrome.back().shows("Ce navigateur n’exécute pas de scripts");
            assertFalse(chrome.find(".case-pick").isDisplayed());
            assertFalse(chrome.signOut().open("/connexion").find("[data-shows]").isDisplayed());
        } finally {
            chrome.scripts(true);
        }
    }

    @Test
    void aPageThatTheBrowserHasKeptShowsTheStatusOfNow() {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED).script("window.fetch = () => new Promise(() => {})");
        moved(deposit, "IN_PROGRESS");

        chrome.script("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))");

        chrome.await(".td-status .badge-IN_PROGRESS");
    }

    private static String displayed(Deposit deposit) {
        return "/fichiers/consultation?td=" + deposit.caseId();
    }

    @Test
    void aFileIsDroppedAndSeenOnItsWay() throws IOException {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        chrome.signIn(ada).open(page(deposit)).settled().touch("[data-opens=depositing]");

        chrome.drop(Files.writeString(chrome.downloads().resolve("attestation.pdf"), SMALL_PDF), "#files");
        assertEquals("attestation.pdf", chrome.script("return document.getElementById('files').files[0].name"));
        chrome.script("new MutationObserver(([{ target }]) => target.hidden || (window.sent = target.ariaValueNow))"
                + ".observe(document.getElementById('files-sent'), { attributes: true })");
        chrome.touch("#confirm-deposit").await("#done li");

        assertEquals("100", chrome.script("return window.sent"));
        chrome.shows("Les pièces jointes ont été déposées");
    }

    @Test
    void aFileThatIsRefusedIsShownNextToItsField() throws IOException {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var folder = chrome.downloads();
        var wrong = Files.writeString(folder.resolve("photo.pdf"), "GIF89a");
        var empty = Files.createFile(folder.resolve("vide.pdf"));
        chrome.signIn(ada).open(page(deposit)).settled().touch("[data-opens=depositing]");
        var formats = chrome.text("#files-hint").replaceFirst("(?s)Formats acceptés : (.*?)\\. .*", "$1");
        var each = List.of(formats.split(", ", -1));
        assertEquals(Set.copyOf(each).size(), each.size(), formats);

        chrome.find("#files").sendKeys(empty.toString());
        chrome.touch("#confirm-deposit").await("#files[aria-invalid]");
        assertTrue(chrome.text("#files-error").contains("est vide"));
        chrome.script("document.getElementById('files').value = ''");
        chrome.find("#files").sendKeys(wrong.toString());
        chrome.touch("#confirm-deposit").await("#files[aria-invalid]");

        assertTrue(chrome.text("#files-error").contains("ne correspond pas à son nom"));
        ada.loseSessions();
        chrome.find("#files").sendKeys(wrong.toString());
        assertEquals("", chrome.text("#files-error"), "that was about the other one");
        chrome.touch("#confirm-deposit").await("#files[aria-invalid]");
        assertTrue(chrome.text("#files-error").startsWith("Votre session a pris fin : rien n’a été déposé."));
        assertFalse(actions(deposit).contains("ATTACH_DEPOSIT"));
        chrome.expectingError(400);
    }

    static byte[] pdf(int size, long seed) {
        var bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        System.arraycopy("%PDF-1.4 ".getBytes(StandardCharsets.US_ASCII), 0, bytes, 0, 9);
        return bytes;
    }

    /** Returns how many bytes of a person's files are kept. */
    static long kept(Deposit deposit) {
        return Long.parseLong(
                Database.text("select coalesce(max(received), 0) from upload where case_id = ?", deposit.theCase()));
    }

    static String digest(Deposit deposit, String name) {
        return Database.text(
                "select a.sha256 from attachment a join case_event e on e.id = a.event_id"
                        + " where e.case_id = ? and a.file_name = ?",
                deposit.theCase(),
                name);
    }

    @Test
    void afterACutAFileGoesOnFromWhereItWas() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var bytes = pdf(3_000_000, seed);
        chrome.signIn(ada).open(page(deposit)).settled().touch("[data-opens=depositing]");
        chrome.find("#files")
                .sendKeys(Files.write(chrome.downloads().resolve("plan.pdf"), bytes)
                        .toString());
        chrome.network(true, 200_000).touch("#confirm-deposit");
        long most = 100_000L + random.nextInt(1_000_000);
        Wait.until(ResumableUploadsIT::draft, size -> size > most);

        chrome.network(false);

        Wait.until(() -> kept(deposit), count -> count > 0);
        chrome.await("#files-error:not(:empty)");
        chrome.network(true);
        chrome.await("#done li");

        assertEquals(Base64.getEncoder().encodeToString(Sha256.of(bytes)), digest(deposit, "plan.pdf"), "seed " + seed);
        assertEquals(
                0,
                Database.count(
                        "upload_part p join upload u on u.id = p.upload_id where case_id = ?", deposit.theCase()));
        chrome.trouble(); // the browser's own messages
    }

    @Test
    void afterAReloadOfThePageTheSameFileGoesOnFromWhereItWas() throws IOException {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var bytes = pdf(3_000_000, 1);
        var file = Files.write(chrome.downloads().resolve("plan.pdf"), bytes).toString();
        chrome.signIn(ada).open(page(deposit)).settled().touch("[data-opens=depositing]");
        chrome.find("#files").sendKeys(file);
        chrome.network(true, 200_000).touch("#confirm-deposit");
        Wait.until(ResumableUploadsIT::draft, size -> size > 500_000);

        chrome.reload();

        Wait.until(() -> kept(deposit), count -> count > 0);
        var upload = Database.text("select id from upload where case_id = ?", deposit.theCase());
        chrome.network(true).touch("[data-opens=depositing]");
        chrome.find("#files").sendKeys(file);
        chrome.touch("#confirm-deposit").await("#done li");
        assertEquals(Base64.getEncoder().encodeToString(Sha256.of(bytes)), digest(deposit, "plan.pdf"));
        assertEquals(upload, Database.text("select id from upload where case_id = ?", deposit.theCase()));
    }

    @Test
    void anUploadIsOnlyOfThePersonWhoBeganIt() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var upload = PersonUpload.begin(ada, deposit, SMALL_PDF.length());
        var file = PersonUpload.file("a.pdf", SMALL_PDF.length());

        var colleague = upload.of(Visitor.agent(village.town(), PROCESS));
        colleague.state().expect(404);
        colleague.send(0, bytes(SMALL_PDF)).expect(404);
        colleague.deposit(file).expect(404);

        assertEquals("0", upload.state().expect(204).header("Upload-Offset"));
        moved(deposit, "REFUSED");
        upload.send(0, bytes(SMALL_PDF)).expect(400);
        upload.deposit(file).expect(400);
    }

    @Test
    void whatIsAskedTwiceIsDepositedOnce() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var one = pdf(100, 1);
        var two = pdf(300_000, 2);
        var files = new String[] {PersonUpload.file("un.pdf", 100), PersonUpload.file("deux.pdf", 300_000)};
        var upload = PersonUpload.begin(ada, deposit, 300_100);
        upload.send(0, one).expect(204);
        upload.send(0, two).expect(204);
        assertEquals("100", upload.state().header("Upload-Offset"), "these did not follow");
        upload.send(100, two).expect(204);

        upload.deposit(files).expect(204);
        upload.deposit(files).expect(204);

        assertEquals(1, Collections.frequency(actions(deposit), "ATTACH_DEPOSIT"));
        assertEquals(Base64.getEncoder().encodeToString(Sha256.of(one)), digest(deposit, "un.pdf"));
        assertEquals(Base64.getEncoder().encodeToString(Sha256.of(two)), digest(deposit, "deux.pdf"));
    }

    @Test
    void filesThatAreNotThoseThatCameAreRefused() {
        var deposit = fetched();
        moved(deposit, "SI_RECEIVED");
        var upload = PersonUpload.begin(ada, deposit, 300_000);
        upload.send(0, pdf(300_000, 3)).expect(204);

        upload.deposit(PersonUpload.file("a.pdf", 100), PersonUpload.file("b.pdf", 299_900))
                .expect(400)
                .shows("« a.pdf »");

        upload.state().expect(404);
        assertFalse(actions(deposit).contains("ATTACH_DEPOSIT"));
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Follows a receipt from the télédossier to the PDF, and from there to the public page. */
    @Test
    void aReceiptIsTakenFromTheTeledossierAndVerifiedByAnybody() throws IOException {
        var deposit = fetched();
        var number = deposit.folder().at("/cases/0/externalId").asText();
        chrome.signIn(ada).open(page(deposit)).settled().follow("#receipts");
        chrome.shows("Pas encore scellé");
        Partner.send(Partner.to("/it/seal"));
        chrome.reload().judge("recepisses");
        chrome.shows("Récépissé de dépôt");

        var pdf = Partner.send(request(ada, local("#receipts li:last-child a[href$='forme=pdf']")));
        assertEquals("application/pdf", pdf.header("Content-Type"));
        assertTrue(ReceiptVerifier.find(pdf.bytes()).isPresent());
        var jws = Partner.send(request(ada, local("#receipts li:last-child a:not([href$=pdf])")))
                .text();

        var link = Partner.of("demo-admin")
                .get(deposit.casePath() + "/receipts?verificationUrl=true")
                .field("0/verificationUrl")
                .replaceFirst(".*(/recepisse)", "$1");
        chrome.signOut().open(link).judge("recepisse-authentique");
        chrome.shows("Ce récépissé est authentique", village.town().branchCode());
        chrome.hides(number);
        chrome.type("numero", number).press("compare");
        chrome.shows("C’est bien le numéro de ce récépissé.");
        chrome.type("numero", number + "0").press("compare");
        chrome.shows("Ce n’est pas le numéro de ce récépissé.");

        chrome.open(link.replaceFirst(".$", "")).judge("recepisse-faux");
        chrome.shows("Ce récépissé n’est pas authentique");
        var file = Files.write(Files.createTempFile("recepisse", ".pdf"), pdf.bytes());
        chrome.open("/recepisse").judge("recepisse").find("#fichier").sendKeys(file.toString());
        chrome.press("verify");
        chrome.shows("Ce récépissé est authentique");
        chrome.type("numero", number).press("compare").judge("recepisse-fichier");
        chrome.shows("Ce récépissé est authentique", "C’est bien le numéro de ce récépissé.");
        chrome.type("numero", number + "0").press("compare");
        chrome.shows("Ce n’est pas le numéro de ce récépissé.");
        Files.delete(file);
        chrome.open("/recepisse").type("signature", jws).press("verify");
        chrome.shows("Ce récépissé est authentique");
        chrome.open("/recepisse").type("signature", "bonjour").press("verify");
        chrome.shows("ne contient pas de récépissé signé");
    }

    @Test
    void sheTakesItAwayOnPaperWithoutCommentsAndTheJournalSaysSo() throws IOException {
        var deposit = fetched();
        chrome.signIn(ada).open(page(deposit)).await(RECEIVED);
        chrome.type("comment", "Demande délicate").press("add-comment").judge("teledossier-imprimer");

        var answer = Partner.send(request(ada, local("#print")));

        assertEquals("application/pdf", answer.header("Content-Type"));
        String text;
        try (var document = Loader.loadPDF(answer.bytes())) {
            text = new PDFTextStripper().getText(document);
        }
        assertTrue(
                text.contains("Télédossier "
                        + deposit.folder().at("/cases/0/externalId").asText()),
                text);
        assertTrue(text.contains(HexFormat.of().formatHex(Sha256.of(Deposit.REQUEST))), text);
        assertTrue(text.contains("Nouveau > Reçu"), text);
        assertTrue(text.contains("Un commentaire interne n’est pas imprimé"), text);
        assertFalse(text.contains("délicate"), text);
        assertEquals(
                1,
                Database.count(
                        "audit_entry where action = 'CASE_PRINTED' and actor = ? and subject = ?",
                        ada.email(),
                        deposit.caseId()));
    }

    static String local(String selector) {
        return URI.create(chrome.find(selector).getAttribute("href")).getRawPath() + "?"
                + URI.create(chrome.find(selector).getAttribute("href")).getRawQuery();
    }
}
