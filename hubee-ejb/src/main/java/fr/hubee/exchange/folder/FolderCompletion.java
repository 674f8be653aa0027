package fr.hubee.exchange.folder;

import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionLookup;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;

/** Makes a folder visible to its recipients and notifies them, as soon as no file of it waits for the antivirus. */
@Dependent
class FolderCompletion {
    @PersistenceContext
    EntityManager entities;

    @Inject
    SubscriptionLookup subscriptions;

    @Inject
    FolderRepository folders;

    @Inject
    FolderJournal journal;

    @Inject
    Event<FolderEvent> happened;

    @Inject
    Clock clock;

    void complete(Caller caller, Folder folder) {
        complete(caller, folder, folders.attachments(folder));
    }

    /** @param files of the folder, with their recipients */
    void complete(Caller caller, Folder folder, List<Attachment> files) {
        if (files.stream().anyMatch(Attachment::waitsForScan)) {
            folder.completeAfterScan(clock.instant());
            return;
        }
        folder.complete(recipient -> accessMode(folder, recipient), clock.instant());
        // what is read for each case does not change here: without this, all cases are compared for each
        entities.setFlushMode(FlushModeType.COMMIT);
        for (var each : folder.cases()) {
            var itsFiles = files.stream().filter(file -> file.isFor(each)).toList();
            journal.transmitted(caller, each, itsFiles);
            happened.fire(new FolderEvent.CaseNotified(
                    each.id(), each.externalId(), folder.processCode(), folder.transmitter(), each.recipient()));
        }
        entities.setFlushMode(FlushModeType.AUTO);
    }

    private AccessMode accessMode(Folder folder, OrganizationKey recipient) {
        return subscriptions.accessMode(folder.processCode(), recipient).orElse(null);
    }
}
