package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.RefusalText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NewAttachmentTest {
    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final int MOST = 1000;

    final AttachmentRules rules = new AttachmentRules(List.of(PDF), List.of(PNG), List.of("certificat"), MOST, false);
    final AttachmentRules silentService =
            new AttachmentRules(List.of(PDF), List.of(), List.of("certificat"), MOST, false);

    @Test
    void anOperatorSendsTheFormatsTypesAndSizesOfTheProcess() {
        assertDoesNotThrow(() -> file("certificat", MOST, PDF).checkForFolder("CERTDC", rules));
        assertDoesNotThrow(() -> file("certificat", 0, PDF).checkForFolder("CERTDC", rules));
    }

    @Test
    void anotherFormatIsRefused() {
        assertRefused(
                "Attachment format image/png is not enabled for process CERTDC",
                () -> file("certificat", 1, PNG).checkForFolder("CERTDC", rules));
    }

    @Test
    void anotherTypeIsRefused() {
        assertRefused(
                "Attachment type autre is not enabled for process CERTDC",
                () -> file("autre", 1, PDF).checkForFolder("CERTDC", rules));
    }

    @Test
    void aRefusedTypeIsInTheAnswerAndNotInTheKeptText() {
        var refused = assertThrows(
                InvalidRequest.class,
                () -> file("acte de Jeanne Dupont", 1, PDF).checkForFolder("CERTDC", rules));

        assertEquals(
                List.of(new RefusalText(
                        "Attachment type acte de Jeanne Dupont is not enabled for process CERTDC",
                        "Attachment type … is not enabled for process CERTDC")),
                refused.texts());
    }

    @Test
    void oneByteTooManyIsRefused() {
        assertRefused(
                "Attachment size 1001 exceeds the maximum 1000 for process CERTDC",
                () -> file("certificat", MOST + 1, PDF).checkForFolder("CERTDC", rules));
    }

    @Test
    void eachPartyHasItsOwnFormatsInAnEvent() {
        assertDoesNotThrow(() -> file("autre", 1, PDF).checkForEvent(Party.TRANSMITTER, "CERTDC", rules));
        assertDoesNotThrow(() -> file("autre", 1, PNG).checkForEvent(Party.RECIPIENT, "CERTDC", rules));
        assertRefused(
                "Attachment format image/png is not enabled for process CERTDC",
                () -> file("autre", 1, PNG).checkForEvent(Party.TRANSMITTER, "CERTDC", rules));
        assertRefused(
                "Attachment format application/pdf is not enabled for process CERTDC",
                () -> file("autre", 1, PDF).checkForEvent(Party.RECIPIENT, "CERTDC", rules));
    }

    @Test
    void theMaximumHoldsForBothPartiesInAnEvent() {
        var why = "Attachment size 1001 exceeds the maximum 1000 for process CERTDC";

        assertRefused(why, () -> file("autre", MOST + 1, PDF).checkForEvent(Party.TRANSMITTER, "CERTDC", rules));
        assertRefused(why, () -> file("autre", MOST + 1, PNG).checkForEvent(Party.RECIPIENT, "CERTDC", rules));
    }

    @Test
    void whereNoFormatIsGivenForServicesTheySendNoFile() {
        assertRefused(
                "Attachment deposit by an SI is not enabled for process CERTDC",
                () -> file("autre", 1, PDF).checkForEvent(Party.RECIPIENT, "CERTDC", silentService));
        assertDoesNotThrow(() -> file("autre", 1, PDF).checkForEvent(Party.TRANSMITTER, "CERTDC", silentService));
    }

    private static void assertRefused(String why, Executable check) {
        assertEquals(why, assertThrows(InvalidRequest.class, check).getMessage());
    }

    private static NewAttachment file(String type, long size, String mimeType) {
        return new NewAttachment("a", type, size, mimeType);
    }
}
