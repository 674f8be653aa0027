package fr.hubee.demonstration.data;

import fr.hubee.exchange.folder.CaseService;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.QueueQuery;
import fr.hubee.exchange.status.EventStatus;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The software of operators and of towns. */
@ApplicationScoped
class PartnerSoftware {
    private static final String ADDRESS = "192.0.2.40";
    private static final int MOST = 100;
    private static final Set<String> PROCESSES =
            Arrays.stream(SampleProcess.values()).map(process -> process.code).collect(Collectors.toSet());

    @Inject
    NotificationFeedService queue;

    @Inject
    CaseService cases;

    @Inject
    Transactions transactions;

    static Caller of(SampleProcess.Operator operator) {
        return caller(operator.client, operator.organization(), RoleNames.OSL);
    }

    /** @param town whose people do not work in the portal */
    static Caller of(SampleTown town) {
        return caller(town.client, town.organization(), RoleNames.SI);
    }

    private static Caller caller(String client, OrganizationKey organization, String role) {
        return new Caller(client, organization, Set.of(role), PROCESSES, ADDRESS);
    }

    /** Reads its queue: acknowledges the events of others, and removes all notifications. */
    void poll(Caller caller) {
        AsCaller.run(
                caller,
                () -> transactions.run(() -> {
                    for (var line : queue.next(caller, new QueueQuery(MOST, Set.of(), Set.of(), true))) {
                        if (line.eventStatus() == EventStatus.SENT) {
                            cases.setEventStatus(caller, line.caseId(), line.eventId(), EventStatus.RECEIVED);
                        }
                        queue.delete(caller, line.id());
                    }
                }));
    }
}
