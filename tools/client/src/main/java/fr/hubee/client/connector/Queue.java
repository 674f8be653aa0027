package fr.hubee.client.connector;

import fr.hubee.client.Hub;
import fr.hubee.client.http.ApiException;
import fr.hubee.client.teledossiers.Notification;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/** The notifications of an organisation. One whose work fails stays for the next round, and does not stop the others. */
final class Queue {
    private static final int PAGE = 25;

    private final Hub hub;
    private final List<String> processCodes;

    /** Does what a notification asks for. */
    interface Work {
        void dealWith(Notification notification) throws ApiException, IOException;
    }

    /** @param processCodes are the only ones that are read; all when there are none */
    Queue(Hub hub, String... processCodes) {
        this.hub = hub;
        this.processCodes = List.of(processCodes);
    }

    /** Deals with all that waits, and deletes what is done. */
    void round(Work work, BiConsumer<Notification, Exception> failed) throws ApiException {
        var left = new HashSet<UUID>();
        int wanted;
        int read;
        do {
            wanted = PAGE + left.size(); // what is left comes again with each page
            var notifications = hub.notifications().getNotifications(wanted, processCodes, null, true);
            for (var notification : notifications) {
                if (left.contains(notification.getId())) {
                    continue;
                }
                try {
                    work.dealWith(notification);
                    hub.notifications().deleteNotification(notification.getId());
                } catch (ApiException | IOException | RuntimeException failure) {
                    left.add(notification.getId());
                    failed.accept(notification, failure);
                }
            }
            read = notifications.size();
        } while (read == wanted);
    }

    /** Writes into the log why a notification stays. */
    static void log(Notification notification, Exception failure) {
        var text = "The notification " + notification.getId() + " of the case " + notification.getCaseId()
                + " stays in the queue: " + failure.getMessage();
        System.getLogger("fr.hubee.client").log(System.Logger.Level.WARNING, text, failure);
    }
}
