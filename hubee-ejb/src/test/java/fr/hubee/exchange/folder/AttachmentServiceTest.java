package fr.hubee.exchange.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.hubee.exchange.folder.AttachmentService.AttachmentRepository;
import fr.hubee.files.scan.Antivirus;
import fr.hubee.files.scan.AntivirusSettings;
import fr.hubee.files.storage.FileBlobStore;
import fr.hubee.files.storage.Upload;
import fr.hubee.kernel.database.OutageLog;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.InvalidRequest;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("UnnecessaryAssignment") // no container is there to inject
class AttachmentServiceTest {
    @TempDir
    Path folder;

    @Test
    void aRefusalIsAnsweredEvenIfTheDatabaseIsAwayWhenItIsNoted() throws Exception {
        var announced = Example.folder(Example.TOWN);
        var file = announced.attachments().get(0);
        var service = new AttachmentService();
        service.transactions = new Transactions();
        service.clock = Clock.systemUTC();
        service.attachments = new AttachmentRepository() {
            @Override
            Attachment requireOpen(Caller caller, AttachmentPath.Deposit path, boolean held) {
                return file;
            }

            @Override
            void noteRefusal(UUID id, Instant now) {
                throw new IllegalStateException("No connection");
            }
        };
        var store = new FileBlobStore(folder);
        var antivirus = new Antivirus(new AntivirusSettings(Optional.empty(), 1), new OutageLog());
        var path = new AttachmentPath.OfFolder(announced.id(), file.id());
        try (var upload = new Upload(new ByteArrayInputStream(new byte[1]))) {
            upload.isWhole(store, Optional.empty(), antivirus, file.announced().size());

            var refused = assertThrows(InvalidRequest.class, () -> service.receive(Caller.HUB, path, upload, null));

            assertEquals("Size does not match with attachment meta-data", refused.getMessage());
        }
    }
}
