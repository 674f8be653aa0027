package fr.hubee.folder;

import fr.hubee.shared.OrganizationKey;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.SubscriptionCache;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes a folder visible to its recipients and notifies them, as soon as no file of it waits for the antivirus. */
@Dependent
class FolderCompletion {
    @Inject
    SubscriptionCache subscriptions;

    @Inject
    Event<FolderEvent> happened;

    @Inject
    Clock clock;

    void complete(Folder folder) {
        if (folder.waitsForScan()) {
            folder.completeAfterScan(clock.instant());
            return;
        }
        folder.complete(recipient -> accessMode(folder, recipient), clock.instant());
        for (var each : folder.cases()) {
            happened.fire(new FolderEvent.CaseNotified(
                    each.id(), each.externalId(), folder.processCode(), folder.transmitter(), each.recipient()));
        }
    }

    private AccessMode accessMode(Folder folder, OrganizationKey recipient) {
        return subscriptions.accessMode(folder.processCode(), recipient).orElse(null);
    }
}
