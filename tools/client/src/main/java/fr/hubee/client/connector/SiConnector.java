package fr.hubee.client.connector;

import static fr.hubee.client.teledossiers.CaseEvent.ActionTypeEnum.ATTACH_DEPOSIT;
import static fr.hubee.client.teledossiers.CaseEvent.ActionTypeEnum.STATUS_UPDATE;

import fr.hubee.client.Hub;
import fr.hubee.client.Transfer;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.Attachment;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum;
import fr.hubee.client.teledossiers.EventPatch;
import fr.hubee.client.teledossiers.HubCase;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Connects the software of an instructing service (SI) to a hub.
 *
 * <p>A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is
 * said twice, since what is said has the notification's identifier as its key.
 */
public final class SiConnector {
    private static final int PAGE = 25;

    private final Hub hub;
    private final Transfer transfer;
    private final Path folder;
    private final Software software;

    /** The software of the service. What it is given may come again: it compares identifiers. */
    public interface Software {
        /** Imports a télédossier; each file has its identifier as its name. An {@link IOException} says that it cannot. */
        void imports(HubCase received, Path files) throws IOException;

        /** Reads what the operator says: a message, another status, or files. */
        void reads(UUID caseId, CaseEvent event, Path files) throws IOException;
    }

    /** @param folder keeps the files of each télédossier */
    public SiConnector(Hub hub, Path folder, Software software) {
        this.hub = hub;
        this.transfer = new Transfer(hub);
        this.folder = folder;
        this.software = software;
    }

    /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
    public void round() throws ApiException, IOException {
        int read;
        do {
            var notifications = hub.notifications().getNotifications(PAGE, null, null, true);
            for (var notification : notifications) {
                dealWith(notification);
                hub.notifications().deleteNotification(notification.getId());
            }
            read = notifications.size();
        } while (read == PAGE);
    }

    private void dealWith(Notification notification) throws ApiException, IOException {
        try {
            if (notification.getEventId() == null) {
                fetch(notification);
            } else if (notification.getEventStatus() != Notification.EventStatusEnum.RECEIVED) {
                listen(notification.getCaseId(), notification.getEventId());
            }
        } catch (ApiException refused) {
            if (refused.getCode() != 403 && refused.getCode() != 404) { // closed, or purged, meanwhile
                throw refused;
            }
        }
    }

    private void fetch(Notification notification) throws ApiException, IOException {
        var received = hub.cases().getCase(notification.getCaseId(), null);
        var files = Files.createDirectories(folder.resolve(received.getId().toString()));
        for (var attachment : received.getAttachments()) {
            transfer.receiveOfCase(
                    received.getId(),
                    attachment.getId(),
                    files.resolve(attachment.getId().toString()));
        }
        var status = CaseNewStatusEnum.SI_RECEIVED;
        try {
            software.imports(received, files);
        } catch (IOException invalid) {
            status = CaseNewStatusEnum.SI_INTG_ERROR;
        }
        say(received.getId(), event(STATUS_UPDATE, status, null), notification.getId());
    }

    private void listen(UUID caseId, UUID eventId) throws ApiException, IOException {
        var event = hub.events().getEvent(caseId, eventId);
        var files = Files.createDirectories(folder.resolve(caseId.toString()));
        for (var attachment : event.getAttachments()) {
            transfer.receiveOfEvent(
                    caseId,
                    eventId,
                    attachment.getId(),
                    files.resolve(attachment.getId().toString()));
        }
        software.reads(caseId, event, files);
        hub.events().patchEvent(caseId, eventId, new EventPatch().status(EventPatch.StatusEnum.RECEIVED));
    }

    /**
     * Answers the operator.
     *
     * @param key is new for each answer, and the same when it is said again
     */
    public void answer(UUID caseId, CaseNewStatusEnum status, String message, UUID key) throws ApiException {
        say(caseId, event(STATUS_UPDATE, status, message), key);
    }

    /** Answers with a file, of a type that the démarche lets a service send. */
    public void answer(UUID caseId, CaseNewStatusEnum status, Attachment attachment, Path file, UUID key)
            throws ApiException, IOException {
        var event = say(caseId, event(ATTACH_DEPOSIT, status, null).addAttachmentsItem(attachment), key);
        var announced = event.getAttachments().get(0).getId();
        transfer.sendOfEvent(caseId, event.getId(), announced, file);
        hub.events().patchEvent(caseId, event.getId(), new EventPatch().status(EventPatch.StatusEnum.SENT));
    }

    private CaseEvent say(UUID caseId, CaseEvent event, UUID key) throws ApiException {
        return hub.events().createEvent(caseId, event, key.toString());
    }

    private static CaseEvent event(CaseEvent.ActionTypeEnum action, CaseNewStatusEnum status, String message) {
        return new CaseEvent()
                .actionType(action)
                .caseNewStatus(status)
                .message(message)
                .notification(true);
    }
}
