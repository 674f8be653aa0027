package fr.hubee.client.connector;

import static fr.hubee.client.teledossiers.CaseEvent.ActionTypeEnum.ATTACH_DEPOSIT;
import static fr.hubee.client.teledossiers.CaseEvent.ActionTypeEnum.STATUS_UPDATE;
import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.SI_INTG_ERROR;
import static fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum.SI_RECEIVED;

import fr.hubee.client.Hub;
import fr.hubee.client.Transfer;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.Attachment;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum;
import fr.hubee.client.teledossiers.EventPatch;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * Connects the software of an instructing service (SI) to a hub.
 *
 * <p>A notification is deleted once all that it asks for is done. If this program stops before, it comes again; then nothing is
 * said twice, since what is said has the notification's identifier as its key.
 */
public final class SiConnector {
    private static final int LONGEST_MESSAGE = 1000;

    private final Hub hub;
    private final Transfer transfer;
    private final Path folder;
    private final ServiceSoftware software;
    private final Queue queue;

    /**
     * @param folder keeps the files of each télédossier
     * @param processCodes are the only démarches that are dealt with; all when there are none
     */
    public SiConnector(Hub hub, Path folder, ServiceSoftware software, String... processCodes) {
        this.hub = hub;
        this.transfer = new Transfer(hub);
        this.folder = folder;
        this.software = software;
        this.queue = new Queue(hub, processCodes);
    }

    /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
    public void round() throws ApiException, IOException {
        queue.round(this::dealWith, software::failed);
    }

    private void dealWith(Notification notification) throws ApiException, IOException {
        var caseId = notification.getCaseId();
        try {
            if (notification.getEventId() == null) {
                var received = hub.cases().getCase(caseId, null);
                software.imports(received, receive(caseId, null, received.getAttachments()));
                say(caseId, event(STATUS_UPDATE, SI_RECEIVED, null), notification.getId());
            } else if (notification.getEventStatus() != Notification.EventStatusEnum.RECEIVED) {
                listen(caseId, notification.getEventId());
            }
        } catch (CannotImportException invalid) {
            refuse(caseId, invalid.getMessage(), notification.getId());
        } catch (ApiException refused) {
            if (refused.getCode() != 404) {
                throw refused;
            }
            software.lost(caseId, refused.getMessage());
        }
    }

    private void listen(UUID caseId, UUID eventId) throws ApiException, IOException {
        var event = hub.events().getEvent(caseId, eventId);
        software.reads(caseId, event, receive(caseId, eventId, event.getAttachments()));
        hub.events().patchEvent(caseId, eventId, new EventPatch().status(EventPatch.StatusEnum.RECEIVED));
    }

    /** Receives the files of an event, or of the case, and returns their folder. A file that has not come yet is notified once it comes. */
    private Path receive(UUID caseId, UUID eventId, List<Attachment> attachments) throws ApiException, IOException {
        var files = Files.createDirectories(folder.resolve(caseId.toString()));
        for (var attachment : attachments) {
            if (attachment.getStatus() == Attachment.StatusEnum.PENDING) {
                continue;
            }
            var id = attachment.getId();
            var file = files.resolve(id.toString());
            try {
                if (eventId == null) {
                    transfer.receiveOfCase(caseId, id, file);
                } else {
                    transfer.receiveOfEvent(caseId, eventId, id, file);
                }
            } catch (ApiException refused) {
                if (refused.getCode() != 404) {
                    throw refused;
                }
                software.lost(caseId, attachment.getFileName() + ": " + refused.getMessage());
                throw new CannotImportException(
                        "Le fichier « " + attachment.getFileName() + " » n’est plus dans HubEE");
            }
        }
        return files;
    }

    /** Says that nothing more can be done, with the reason if the démarche allows messages. */
    private void refuse(UUID caseId, String reason, UUID key) throws ApiException {
        var message = reason == null ? null : reason.substring(0, Math.min(reason.length(), LONGEST_MESSAGE));
        try {
            say(caseId, event(STATUS_UPDATE, SI_INTG_ERROR, message), key);
        } catch (ApiException refused) {
            if (refused.getCode() != 400) {
                throw refused;
            }
            say(caseId, event(STATUS_UPDATE, SI_INTG_ERROR, null), key);
        }
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
