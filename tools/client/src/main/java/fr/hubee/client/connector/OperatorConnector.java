package fr.hubee.client.connector;

import fr.hubee.client.Hub;
import fr.hubee.client.Transfer;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.CaseEvent;
import fr.hubee.client.teledossiers.CaseEvent.CaseNewStatusEnum;
import fr.hubee.client.teledossiers.CasePatch;
import fr.hubee.client.teledossiers.EventPatch;
import fr.hubee.client.teledossiers.Folder;
import fr.hubee.client.teledossiers.FolderAttachment;
import fr.hubee.client.teledossiers.FolderCase;
import fr.hubee.client.teledossiers.FolderPatch;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Function;

/** Connects the software of an operator (OSL) to a hub: it deposits télédossiers, reads the answers, and closes what is finished. */
public final class OperatorConnector {
    private final Hub hub;
    private final Transfer transfer;
    private final Path folder;
    private final Software software;
    private final Queue queue;

    /** The software of the operator. What it is given may come again: it compares identifiers. */
    public interface Software {
        /** Reads an answer of a service; each file has its identifier as its name. */
        void reads(UUID caseId, CaseEvent event, Path files) throws IOException;

        /** Is told that the hub has purged the case or a file of an answer, which will not come. */
        default void lost(UUID caseId, String reason) {}

        /** Is told why a notification stays in the queue, for the next round. */
        default void failed(Notification notification, Exception failure) {
            Queue.log(notification, failure);
        }
    }

    /**
     * @param folder keeps the folder of each case that is not closed, and the files that come
     * @param processCodes are the only démarches that are dealt with; all when there are none
     */
    public OperatorConnector(Hub hub, Path folder, Software software, String... processCodes) {
        this.hub = hub;
        this.transfer = new Transfer(hub);
        this.folder = folder;
        this.software = software;
        this.queue = new Queue(hub, processCodes);
    }

    /**
     * Deposits a folder: until the last call nobody sees anything. It may be deposited again, also when only the last answer was lost.
     *
     * @param files gives the file of each announced one
     */
    public Folder deposit(Folder wanted, Function<FolderAttachment, Path> files) throws ApiException, IOException {
        Files.createDirectories(folder);
        var deposited = hub.folders().createFolder(wanted, wanted.getExternalId());
        for (var attachment : deposited.getAttachments()) {
            transfer.sendOfFolder(deposited.getId(), attachment.getId(), files.apply(attachment));
        }
        for (var attachment : hub.folders().getFolder(deposited.getId()).getAttachments()) {
            if (attachment.getStatus() != FolderAttachment.StatusEnum.RECEIVED) {
                throw new IOException(attachment.getFileName() + " is " + attachment.getStatus());
            }
        }
        for (var each : deposited.getCases()) {
            Files.writeString(place(each.getId()), deposited.getId().toString());
        }
        patch(deposited.getId(), FolderPatch.GlobalStatusEnum.HUBEE_COMPLETED);
        return deposited;
    }

    /** Does what the queue asks for, until it is empty; called every five minutes, or when the feed has an event. */
    public void round() throws ApiException, IOException {
        queue.round(this::dealWith, software::failed);
    }

    private void dealWith(Notification notification) throws ApiException, IOException {
        try {
            if (notification.getEventStatus() != Notification.EventStatusEnum.RECEIVED) {
                listen(notification.getCaseId(), notification.getEventId());
            }
        } catch (ApiException refused) {
            if (refused.getCode() != 404) {
                throw refused;
            }
            software.lost(notification.getCaseId(), refused.getMessage());
        }
    }

    private void listen(UUID caseId, UUID eventId) throws ApiException, IOException {
        var event = hub.events().getEvent(caseId, eventId);
        var files = Files.createDirectories(folder.resolve("files").resolve(caseId.toString()));
        for (var attachment : event.getAttachments()) {
            var file = files.resolve(attachment.getId().toString());
            transfer.receiveOfEvent(caseId, eventId, attachment.getId(), file);
        }
        software.reads(caseId, event, files);
        hub.events().patchEvent(caseId, eventId, new EventPatch().status(EventPatch.StatusEnum.RECEIVED));
        if (event.getCaseNewStatus() == CaseNewStatusEnum.DONE
                || event.getCaseNewStatus() == CaseNewStatusEnum.REFUSED) {
            close(caseId);
        }
    }

    /** Closes a case, and its folder with the last one. */
    private void close(UUID caseId) throws ApiException, IOException {
        if (!Files.exists(place(caseId))) {
            return; // of other software, or closed already
        }
        hub.cases().patchCase(caseId, new CasePatch().status(CasePatch.StatusEnum.CLOSED));
        var folderId = UUID.fromString(Files.readString(place(caseId)));
        var cases = hub.folders().getFolder(folderId).getCases();
        if (cases.stream().allMatch(each -> each.getStatus() == FolderCase.StatusEnum.CLOSED)) {
            patch(folderId, FolderPatch.GlobalStatusEnum.CLOSED);
        }
        Files.delete(place(caseId));
    }

    private void patch(UUID folderId, FolderPatch.GlobalStatusEnum status) throws ApiException {
        hub.folders().patchFolder(folderId, new FolderPatch().globalStatus(status), null);
    }

    private Path place(UUID caseId) {
        return folder.resolve(caseId.toString());
    }
}
