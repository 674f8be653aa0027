package fr.hubee.exchange.notification;

import fr.hubee.kernel.database.Invalidation;
import fr.hubee.kernel.database.Invalidation.Subject;
import fr.hubee.kernel.database.NodeCache;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Remembers which queues were found empty, so that the next poll does not ask the database (ADR 06). */
@ApplicationScoped
class EmptyQueues {
    /** Démarches without notifications, by recipient. */
    @Inject
    NodeCache<Set<String>> empty;

    /**
     * Returns the result of the query, which is not called when the queue is known to be empty.
     *
     * @param codes the démarches of the query; not empty
     */
    List<NotificationLine> read(OrganizationKey recipient, Set<String> codes, Supplier<List<NotificationLine>> query) {
        var queue = recipient.toString();
        var known = empty.known(queue);
        if (known.isPresent() && known.get().containsAll(codes)) {
            return List.of();
        }
        var reading = empty.reading(queue);
        var lines = query.get();
        if (lines.isEmpty()) {
            reading.keep(codes, EmptyQueues::union);
        }
        return lines;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
    }

    void forget(@Observes(during = TransactionPhase.AFTER_COMPLETION) Invalidation invalidation) {
        if (invalidation.subject() == Subject.NOTIFICATION_QUEUE) {
            empty.forget(invalidation.key());
        }
    }
}
