package fr.hubee.it.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.hubee.account.ActorType;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewPerson;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was counted, as the administrators of an operator and of the platform see it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class StatisticsPageIT {
    static final LocalDate FIRST = LocalDate.of(2019, 3, 1);

    /** In the scale of durations: about an hour and about a day. */
    static final int AN_HOUR = 168;

    static final int A_DAY = 233;

    static Chrome chrome;

    final String code = countedProcess();

    @BeforeAll
    static void open() throws IOException {
        chrome = Chrome.start();
    }

    @AfterAll
    static void close() {
        chrome.close();
    }

    /** One of the operator's, with figures of five weeks long ago that no other test uses. */
    static String countedProcess() {
        var code = "Compte" + NewTown.fresh().companyRegister();
        var admin = Partner.of("demo-admin").atReferential();
        var process = (ObjectNode) admin.get("/processes/EtatCivil").json();
        process.remove(List.of("creationDateTime", "updateDateTime"));
        var answer = admin.post("/processes", process.put("code", code).toString());
        assertEquals(201, answer.status(), answer::toString);
        for (int day = 0; day < 35; day++) {
            count(code, day, "RECEIVED", 0, 10 + day % 7);
            count(code, day, "PICKED_UP", AN_HOUR, 8);
            count(code, day, "FINISHED", A_DAY, 5);
            count(code, day, "REFUSED", A_DAY, 1);
        }
        return code;
    }

    static void count(String code, int day, String measure, int bucket, int cases) {
        Database.change(
                "insert into daily_figure (day, process_code, organization_type, measure, bucket, cases)"
                        + " values (?, ?, 'SI', ?, ?, ?)",
                FIRST.plusDays(day),
                code,
                measure,
                bucket,
                (long) cases);
    }

    String period() {
        return "?du=" + FIRST + "&au=" + FIRST.plusDays(34) + "&demarche=" + code;
    }

    static Visitor business() {
        return Visitor.of(NewPerson.camille(Organizations.DILA, ActorType.BUSINESS_ADMINISTRATOR));
    }

    @Test
    void anOperatorSeesHerDemarchesAsADrawingAndAsATable() {
        chrome.signIn(business()).open("/statistiques" + period()).judge("statistiques");

        assertTrue(chrome.find(".counters").getText().contains("280 pris en charge"), chrome::text);
        assertTrue(chrome.find(".counters").getText().contains("la moitié en"), chrome::text);
        assertEquals(35, chrome.find(".plot-received").getDomAttribute("points").split(" ", -1).length);
        chrome.touch(".plot summary").judge("statistiques-tableau");
        assertTrue(chrome.text().contains("01/03/2019"), chrome::text);

        chrome.open("/statistiques?demarche=CERTDC");
        assertEquals("Cette page ne vous est pas ouverte", chrome.title());
        chrome.expectingError(403);
    }

    @Test
    void theNationalAdministratorSeesAllOfThem() {
        chrome.signIn(Visitor.national()).open("/statistiques" + period());
        assertTrue(chrome.find(".counters").getText().contains("175 traités"), chrome::text);

        chrome.open("/statistiques?du=2019-05-01&au=2019-04-01");
        assertTrue(chrome.text().contains("Le dernier jour de la période vient avant le premier."), chrome::text);
        chrome.open("/statistiques?du=hier&au=demain&type=rien");
        assertTrue(chrome.text().contains("« hier » n’est pas une date"), chrome::text);
        chrome.open("/statistiques?du=1999-01-01&au=1999-02-01").judge("statistiques-vides");
        assertTrue(chrome.text().contains("Aucun télédossier compté"), chrome::text);
    }

    @Test
    void theFiguresLeaveAsAFile() {
        var file = new SignedIn(business()).get("/statistiques" + period() + "&format=csv");

        assertEquals(200, file.status());
        assertFalse(file.text().contains("CERTDC"), file::text);
        assertTrue(file.text().contains(code + ";Service instructeur;2019-03-01;2019-04-04;"), file::text);
    }
}
