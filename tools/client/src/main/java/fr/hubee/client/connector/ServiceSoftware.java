package fr.hubee.client.connector;

import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.HubCase;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/** Is implemented by the software of an instructing service. It compares identifiers, since the same may come again. */
public interface ServiceSoftware {
    /**
     * Imports a télédossier; each file has its identifier as its name.
     *
     * @throws CannotImportException tells the operator that it never can; after any other exception it comes again
     */
    void imports(HubCase received, Path files) throws IOException;

    /** Reads what the operator says: a message, another status, or files. */
    void reads(UUID caseId, CaseEvent event, Path files) throws IOException;

    /** Is told that the hub has purged the case or one of its files, which will not come. */
    default void lost(UUID caseId, String reason) {}

    /** Is told why a notification stays in the queue, for the next round. */
    default void failed(Notification notification, Exception failure) {
        Queue.log(notification, failure);
    }
}
