package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class AttachmentPolicyTest {
    static final String PDF = "application/pdf";
    static final String PNG = "image/png";
    static final int MOST = 1000;

    final AttachmentPolicy policy = new AttachmentPolicy(
            "CERTDC", new AttachmentRules(List.of(PDF), List.of(PNG), List.of("certificat"), MOST, false));
    final AttachmentPolicy silentService = new AttachmentPolicy(
            "CERTDC", new AttachmentRules(List.of(PDF), List.of(), List.of("certificat"), MOST, false));

    @Test
    void anOperatorSendsTheFormatsTypesAndSizesOfTheProcess() {
        assertDoesNotThrow(() -> policy.checkFolderFile(file("certificat", MOST, PDF)));
        assertDoesNotThrow(() -> policy.checkFolderFile(file("certificat", 0, PDF)));
    }

    @Test
    void anotherFormatIsRefused() {
        assertRefused(
                "Attachment format image/png is not enabled for process CERTDC",
                () -> policy.checkFolderFile(file("certificat", 1, PNG)));
    }

    @Test
    void anotherTypeIsRefused() {
        assertRefused(
                "Attachment type autre is not enabled for process CERTDC",
                () -> policy.checkFolderFile(file("autre", 1, PDF)));
    }

    @Test
    void oneByteTooManyIsRefused() {
        assertRefused(
                "Attachment size 1001 exceeds the maximum 1000 for process CERTDC",
                () -> policy.checkFolderFile(file("certificat", MOST + 1, PDF)));
    }

    @Test
    void eachPartyHasItsOwnFormatsInAnEvent() {
        assertDoesNotThrow(() -> policy.checkEventFile(Party.TRANSMITTER, file("autre", 1, PDF)));
        assertDoesNotThrow(() -> policy.checkEventFile(Party.RECIPIENT, file("autre", 1, PNG)));
        assertRefused(
                "Attachment format image/png is not enabled for process CERTDC",
                () -> policy.checkEventFile(Party.TRANSMITTER, file("autre", 1, PNG)));
        assertRefused(
                "Attachment format application/pdf is not enabled for process CERTDC",
                () -> policy.checkEventFile(Party.RECIPIENT, file("autre", 1, PDF)));
    }

    @Test
    void theMaximumHoldsForBothPartiesInAnEvent() {
        var why = "Attachment size 1001 exceeds the maximum 1000 for process CERTDC";

        assertRefused(why, () -> policy.checkEventFile(Party.TRANSMITTER, file("autre", MOST + 1, PDF)));
        assertRefused(why, () -> policy.checkEventFile(Party.RECIPIENT, file("autre", MOST + 1, PNG)));
    }

    @Test
    void whereNoFormatIsGivenForServicesTheySendNoFile() {
        assertRefused(
                "Attachment deposit by an SI is not enabled for process CERTDC",
                () -> silentService.checkEventFile(Party.RECIPIENT, file("autre", 1, PDF)));
        assertDoesNotThrow(() -> silentService.checkEventFile(Party.TRANSMITTER, file("autre", 1, PDF)));
    }

    private static void assertRefused(String why, Executable check) {
        assertEquals(why, assertThrows(InvalidRequest.class, check).getMessage());
    }

    private static NewAttachment file(String type, long size, String mimeType) {
        return new NewAttachment("a", type, size, mimeType);
    }
}
