package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §4.3: the errors of the contract, with their exact texts. */
public class ErrorsIT extends OverHttp {
    public static final String UNKNOWN = "01a21045-202d-7000-a78f-04d5daa4a3f0";
    static final String FAILED = "Bad Request : Validation failed.\n[ERROR][REQUEST]";

    final Partner town = Partner.of("demo-valbourg-etatcivil");

    static String folder() {
        return Deposit.json("EtatCivil", "ActeEtatCivil-XML", List.of(Deposit.TOWN));
    }

    @Test
    void aMissingPropertyIsNamed() {
        var answer = dila.post("/folders", folder().replace("\"applicant\"", "\"applicent\""))
                .expect(400);

        assertEquals(400, answer.json().at("/errors/0/code").asInt());
        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] "
                        + "Object has missing required properties ([\"applicant\"])",
                answer.error());
    }

    @Test
    void aMissingPropertyDeepInsideIsNamedWithItsPath() {
        var answer = dila.post(
                "/folders", folder().replace("\"branchCode\"", "\"branch\"").replace("\"type\": \"SI\",", ""));

        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] [Path '/cases/0/recipient'] "
                        + "Object has missing required properties ([\"branchCode\",\"type\"])",
                answer.error());
    }

    @Test
    void aWrongTypeIsNamedWithItsPath() {
        var answer = dila.post("/folders", folder().replace("\"size\": 41", "\"size\": \"41\""));

        assertEquals(
                FAILED + "[POST /teledossiers/v1/folders @body] [Path '/attachments/0/size'] Instance type (string) "
                        + "does not match any allowed primitive type (allowed: [\"integer\"])",
                answer.error());
    }

    @Test
    void aNumberInAnAddressThatIsNoneIsReportedAsTheContractDoes() {
        assertEquals(
                FAILED + "[GET /teledossiers/v1/notifications @query.maxResult] Instance type (string) does not match "
                        + "any allowed primitive type (allowed: [\"integer\",\"number\"]",
                town.get("/notifications?maxResult=many").error());
    }

    @Test
    void anIdentifierThatIsNoUuidIsReportedAsTheContractDoes() {
        assertEquals(
                FAILED + "[DELETE /teledossiers/v1/notifications/dddddd @path.notificationId] "
                        + "Input string \"dddddd\" is not a valid UUID",
                town.delete("/notifications/dddddd").error());
    }

    @Test
    void anUnknownQueryParameterIsUnexpected() {
        assertEquals(
                FAILED + "[GET /teledossiers/v1/notifications @query.processType] "
                        + "Query parameter 'processType' is unexpected on path \"/notifications\"",
                town.get("/notifications?processType=x").error());
    }

    @Test
    void whatIsUnknownIsNotFoundUnderItsContractName() {
        assertEquals("Folder is not found", dila.get("/folders/" + UNKNOWN).error());
        assertEquals("Case is not found", town.get("/cases/" + UNKNOWN).error());
        assertEquals(
                "Notification is not found",
                town.delete("/notifications/" + UNKNOWN).error());
        var deposit = Deposit.complete(dila, Deposit.TOWN);
        assertEquals(
                "Event is not found",
                town.get(deposit.casePath() + "/events/" + UNKNOWN).error());
        assertEquals(
                "File is not found",
                town.get(deposit.casePath() + "/attachments/" + UNKNOWN).error());
        assertEquals(
                "Binary meta-data is not found",
                dila.upload(deposit.path() + "/attachments/" + UNKNOWN, Deposit.REQUEST)
                        .error());
    }

    @Test
    void aPostWithoutOverrideIsNotAllowed() {
        var answer = dila.post("/folders/" + UNKNOWN, "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(405);

        assertEquals("Method not allowed", answer.error());
    }

    @Test
    void aPostWithTheOverrideIsAPatch() {
        var deposit = Deposit.announce(dila, Deposit.TOWN).upload();

        dila.with("X-HTTP-Method-Override", "PATCH")
                .post(deposit.path(), "{\"globalStatus\": \"HUBEE_COMPLETED\"}")
                .expect(204);

        assertEquals("HUBEE_NOTIFIED", deposit.status());
        var status = "{\"status\": \"SENT\"}";
        town.with("X-HTTP-Method-Override", "PATCH")
                .post(deposit.casePath(), status)
                .expect(204);
    }

    @Test
    void aRecipientWithoutActiveSubscriptionRefusesTheWholeDeposit() {
        var dgs = Partner.of("demo-dgs");

        var answer =
                dgs.post("/folders", Deposit.json("CERTDC", "DD_Certificatdedeces", List.of(Deposit.TOWN, "99106")));

        assertEquals("Case recipient SI-99000106700018-99106 does not suscribed to CERTDC", answer.error());
    }

    @Test
    void anUnknownRecipientDoesNotExist() {
        var answer = dila.post("/folders", folder().replace("99000101800011", "11001401600011"));

        assertEquals("Case recipient SI-11001401600011-99101 does not exist", answer.error());
    }

    @Test
    void theProcessOfAnotherOperatorIsUnauthorized() {
        assertEquals(
                "Unauthorized user",
                Partner.of("demo-dgs").post("/folders", folder()).error());
    }

    @Test
    void whatTheProcessDoesNotEnableIsRefused() {
        dila.post("/folders", folder().replace("application/xml", "application/x-sh"))
                .expect(400);
        dila.post("/folders", folder().replace("ActeEtatCivil-XML", "autre")).expect(400);
        dila.post("/folders", folder().replace("\"size\": 41", "\"size\": 999999999999"))
                .expect(400);
    }

    @Test
    void anActionOrAStatusOutsideItsListIsRefused() {
        var deposit = Deposit.complete(dila, Deposit.TOWN);

        town.post(deposit.casePath() + "/events", "{\"actionType\": \"DANCE\"}").expect(400);
        deposit.move(town, "DANCING").expect(400);
        town.patch(deposit.casePath(), "{\"status\": \"DANCING\"}").expect(400);
        dila.patch(deposit.casePath(), "{\"status\": \"HUBEE_RECEIVED\"}").expect(400);
    }

    @Test
    void whatWasReceivedMayBeSentBackAndUnknownFieldsArePassedOver() {
        var sentBack = folder().replaceFirst("\\{", "{\"id\": \"anything\", \"globalStatus\": 7, \"unknown\": [1], ");

        dila.post("/folders", sentBack).expect(201);
    }

    @Test
    void noErrorNamesAClassOrQuotesTheBody() {
        for (var body :
                new String[] {"{\"externalId\": \"Ada", "[]", "\"text\"", "{\"applicant\": {\"email\": 3}}", ""}) {
            var answer = dila.post("/folders", body).expect(400);
            assertFalse(answer.text().contains("fr.hubee") || answer.text().contains("jackson"), answer::toString);
            answer.hides("Ada");
            assertTrue(answer.error().startsWith(FAILED), answer::toString);
        }
    }
}
