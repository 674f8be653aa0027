package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import fr.hubee.it.world.PortalTown;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Checks names and messages that are written to deceive their readers, also those that were accepted long ago. */
class DeceivingTextIT extends InBrowser {
    static final String PROCESS = "recensementCitoyen";

    final PortalTown village = PortalTown.of(PROCESS);
    final Visitor ada = Visitor.agent(village.town(), PROCESS);

    Deposit named(String name) {
        var deposit = Deposit.complete(dila, PROCESS, "10870-XML", village.town());
        TeledossierIT.moved(deposit, "SENT");
        var changed = Database.change(
                "update attachment set file_name = ? where id = cast(? as uuid)", name, deposit.attachmentId());
        assertEquals(1, changed);
        return deposit;
    }

    @Test
    void bidirectionalMarksAreVisibleOnThePage() {
        var deposit = named("facture_\u202Efdp.exe");
        TeledossierIT.moved(deposit, "SI_RECEIVED");
        var message = """
                {"actionType": "SENDING_MESSAGE", "author": "La\\u202E eriaM", "notification": true,
                 "message": "Payez\\u2066 ici\\nau plus vite"}""";
        var answer = dila.post(deposit.casePath() + "/events", message).expect(201);
        assertEquals("La\u202E eriaM", answer.field("author"));

        chrome.signIn(ada).open(TeledossierIT.page(deposit)).judge("teledossier-trompeur");

        chrome.shows("facture__fdp.exe", "La\uFFFD eriaM", "Payez\uFFFD ici");
        assertFalse(chrome.text().matches("(?s).*[\u202A-\u202E\u2066-\u2069].*"));
    }

    @Test
    void noEntryOfAZipLeadsOutOfItsFolder() throws IOException {
        var up = named("../../boot.ini");
        var none = named("..");
        var cut = named("a\r\nb\u202Ec.xml");

        var names = TeledossierIT.names(Partner.send(TeledossierIT.zip(ada, up, none, cut)));

        assertEquals(3, names.size());
        for (var name : names) {
            assertTrue(name.matches("[\\w-]+/[\\w .()]+"), name);
            assertFalse(name.matches(".*/[.]+"), name);
        }
    }

    @Test
    void noNameSplitsAHeader() {
        var deposit = named("a\r\nSet-Cookie: hubee=1");
        var file = "/fichiers/piece?td=" + deposit.caseId() + "&piece=" + deposit.attachmentId();

        var answer = Partner.send(TeledossierIT.request(ada, file).GET()).expect(200);

        assertFalse(answer.response().headers().map().toString().contains("hubee=1]"));
        assertEquals(
                "attachment; filename=\"a__Set-Cookie: hubee=1\"; filename*=UTF-8''a__Set-Cookie%3A%20hubee%3D1",
                answer.header("Content-Disposition"));
    }
}
