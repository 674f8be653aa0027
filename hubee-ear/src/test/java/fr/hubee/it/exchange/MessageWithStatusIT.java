package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.hubee.it.OverHttp;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.Partner;
import org.junit.jupiter.api.Test;

/** Checks what software of a town hall sends with a status, in a démarche that forbids messages by themselves. */
class MessageWithStatusIT extends OverHttp {
    static final String MESSAGE = "Acte dressé le jour même";

    final Partner dgs = Partner.of("demo-dgs");
    final Partner town = Partner.of("demo-valbourg-certdc");
    final Deposit certificate = Deposit.complete(dgs, "CERTDC", "VA_CertificatdeDeces", Deposit.TOWN);

    private static String event(String action, String status) {
        return """
                {"actionType": "%s", "notification": true, "message": "%s", "caseNewStatus": %s}""".formatted(action, MESSAGE, status);
    }

    @Test
    void theOperatorReadsTheMessageThatCameWithAStatus() {
        for (var status : new String[] {"IN_PROGRESS", "ADD_AWAITING", "REFUSED", "DONE"}) {
            var event = town.post(certificate.casePath() + "/events", event("STATUS_UPDATE", "\"" + status + "\""))
                    .expect(201)
                    .field("id");

            var read = dgs.get(certificate.casePath() + "/events" + "/" + event).expect(200);
            assertEquals(MESSAGE, read.field("message"), status);
            assertEquals(status, read.field("caseNewStatus"));
        }
    }

    @Test
    void aMessageByItselfIsRefused() {
        var refused = town.post(certificate.casePath() + "/events", event("SENDING_MESSAGE", "null"));

        assertEquals(
                "Process CERTDC does not allow messages", refused.expect(400).error());
    }

    @Test
    void theReferentialSaysBoth() {
        var process = Partner.of("demo-admin")
                .atReferential()
                .get("/processes/CERTDC")
                .expect(200)
                .json();

        assertTrue(process.path("messageWithStatus").booleanValue());
        assertFalse(process.path("messageToTransmitter").booleanValue());
    }
}
