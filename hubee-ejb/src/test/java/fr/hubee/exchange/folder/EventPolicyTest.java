package fr.hubee.exchange.folder;

import static fr.hubee.exchange.folder.Example.OPERATOR;
import static fr.hubee.exchange.folder.Example.event;
import static fr.hubee.exchange.folder.Example.pdf;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.directory.process.AttachmentRules;
import fr.hubee.directory.process.PortalRules;
import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.RetentionRules;
import fr.hubee.directory.process.SubscriptionValidation;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.Party;
import fr.hubee.kernel.shared.InvalidRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventPolicyTest {
    static final String NO_MESSAGES = "Process CERTDC does not allow messages";

    final EventPolicy open = policy(true, true);
    final EventPolicy onlyWithStatus = policy(false, true);
    final EventPolicy silent = policy(false, false);

    @Test
    void aDepositHasFiles() {
        assertDoesNotThrow(
                () -> open.check(Party.RECIPIENT, event(ActionType.ATTACH_DEPOSIT, null, null, pdf(), pdf())));
        assertRefused(
                "Event ATTACH_DEPOSIT without attachment",
                () -> open.check(Party.RECIPIENT, event(ActionType.ATTACH_DEPOSIT, null, null)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ATTACH_DEPOSIT")
    void nothingButADepositHasFiles(ActionType action) {
        assertDoesNotThrow(() -> open.check(Party.TRANSMITTER, event(action, null, null)));
        assertRefused(
                "Event " + action + " with attachment",
                () -> open.check(Party.TRANSMITTER, event(action, null, null, pdf())));
    }

    @Test
    void eachFileIsChecked() {
        var gif = new NewAttachment("a.gif", "autre", 1, "image/gif");

        assertRefused(
                "Attachment format image/gif is not enabled for process CERTDC",
                () -> open.check(Party.RECIPIENT, event(ActionType.ATTACH_DEPOSIT, null, null, pdf(), gif)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ATTACH_DEPOSIT")
    void aServiceWritesMessagesWhereTheProcessLetsIt(ActionType action) {
        assertDoesNotThrow(() -> open.check(Party.RECIPIENT, event(action, "Bonjour", null)));
        assertRefused(NO_MESSAGES, () -> silent.check(Party.RECIPIENT, event(action, "Bonjour", null)));
    }

    @Test
    void aMessageMayBeAllowedWithAStatusOnly() {
        assertDoesNotThrow(
                () -> onlyWithStatus.check(Party.RECIPIENT, event(ActionType.STATUS_UPDATE, "Bonjour", null)));
        assertRefused(
                NO_MESSAGES,
                () -> onlyWithStatus.check(Party.RECIPIENT, event(ActionType.SENDING_MESSAGE, "Bonjour", null)));
    }

    @Test
    void aBlankMessageIsNone() {
        assertDoesNotThrow(() -> silent.check(Party.RECIPIENT, event(ActionType.STATUS_UPDATE, "", null)));
        assertDoesNotThrow(() -> silent.check(Party.RECIPIENT, event(ActionType.STATUS_UPDATE, " ", null)));
    }

    @Test
    void theTransmitterAlwaysMayWrite() {
        assertDoesNotThrow(() -> silent.check(Party.TRANSMITTER, event(ActionType.SENDING_MESSAGE, "Bonjour", null)));
    }

    private static void assertRefused(String why, Executable check) {
        assertEquals(why, assertThrows(InvalidRequest.class, check).getMessage());
    }

    private static EventPolicy policy(boolean messageToTransmitter, boolean messageWithStatus) {
        var formats = List.of("application/pdf");
        var process = new ProcessDetails(
                "Certificat de décès",
                null,
                true,
                OPERATOR,
                new AttachmentRules(formats, formats, List.of("certificat"), 1000, false),
                new RetentionRules("CLOSED", 1, 1, 1),
                messageToTransmitter,
                messageWithStatus,
                true,
                SubscriptionValidation.Auto,
                false,
                null,
                PortalRules.NONE);
        return new EventPolicy("CERTDC", process);
    }
}
