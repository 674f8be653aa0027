package fr.hubee.exchange.feed;

import fr.hubee.exchange.feed.LiveFeed.Head;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Gone;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Paris;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import org.hibernate.Session;

/** The events that a party follows, for its software: those addressed to its organisation, within the démarches of its credentials. */
@Stateless
@RolesAllowed({RoleNames.OSL, RoleNames.SI})
public class FeedService {
    @Inject
    FeedTable table;

    @Inject
    LiveFeed live;

    @Inject
    WebhookQueue webhooks;

    @Inject
    FeedCursor cursors;

    @Inject
    FeedSettings settings;

    @Inject
    Clock clock;

    /**
     * A part of the feed.
     *
     * @param position up to which it was read
     * @param next the cursor for what follows
     */
    public record FeedPage(List<Sent> events, long position, String next) {}

    /** @param cursor for what follows this event */
    public record Sent(FeedLine line, String cursor) {}

    /**
     * Returns the events that follow a cursor.
     *
     * @param cursor null for the oldest event that is kept
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS) // the end of the log is read before its rows
    public FeedPage page(Caller caller, String cursor, int limit) {
        var head = live.head().orElseGet(table::head);
        if (cursor == null) {
            return page(caller, null, head.dropped(), head, limit);
        }
        try {
            return page(caller, cursor, cursors.position(cursor, head), head, limit);
        } catch (Gone refused) {
            var newest = table.head(); // another node may have given a cursor that is newer than this one's memory
            return page(caller, cursor, cursors.position(cursor, newest), newest, limit);
        }
    }

    private FeedPage page(Caller caller, String cursor, long after, Head head, int limit) {
        var recipient = caller.organization();
        var codes = caller.processCodes();
        Supplier<List<FeedLine>> query = () -> table.after(after, recipient, codes, limit);
        var lines = live.after(after, head, recipient, codes, limit).orElseGet(query);
        long last = lines.isEmpty() ? after : lines.get(lines.size() - 1).position();
        long position = lines.size() < limit ? Math.max(last, head.position()) : last;
        var events = lines.stream()
                .map(line -> new Sent(line, cursors.text(line.position(), head.epoch())))
                .toList();
        boolean stays = cursor != null && position == after; // most answers
        return new FeedPage(events, position, stays ? cursor : cursors.text(position, head.epoch()));
    }

    /**
     * Creates the coming weeks of the log, and drops those past retention, with the attempts to send what they had.
     *
     * @return the number of weeks dropped
     */
    @RolesAllowed(RoleNames.BATCH)
    public long keep() {
        var since = clock.instant().atZone(Paris.ZONE).minus(settings.kept()).toInstant();
        webhooks.forgetBefore(since);
        return table.keep(since);
    }

    /** Reads the log in the database. */
    @Dependent
    static class FeedTable {
        private static final String AFTER = "select " + FeedLine.COLUMNS
                + " from feed_event where company_register = ? and branch_code = ? and organization_type = ?"
                + " and position > ? and process_code = any (?) order by position limit ?";

        @PersistenceContext
        EntityManager entities;

        private interface Work<T> {
            T of(Connection connection) throws SQLException;
        }

        private <T> T read(Work<T> work) {
            return entities.unwrap(Session.class).doReturningWork(work::of);
        }

        Head head() {
            return read(connection -> FeedSealer.head(connection, "position"));
        }

        List<FeedLine> after(long position, OrganizationKey recipient, Collection<String> codes, int limit) {
            return read(connection -> {
                try (var statement = connection.prepareStatement(AFTER)) {
                    statement.setString(1, recipient.companyRegister());
                    statement.setString(2, recipient.branchCode());
                    statement.setString(3, recipient.type().name());
                    statement.setLong(4, position);
                    statement.setArray(5, connection.createArrayOf("varchar", codes.toArray()));
                    statement.setInt(6, limit);
                    try (var rows = statement.executeQuery()) {
                        var lines = new ArrayList<FeedLine>();
                        while (rows.next()) {
                            lines.add(FeedLine.of(rows));
                        }
                        return lines;
                    }
                }
            });
        }

        long keep(Instant since) {
            entities.createNativeQuery(
                            "select cast(make_feed_week(now() + make_interval(weeks => ahead)) as text) from generate_series(0, 4) ahead")
                    .getResultList();
            return ((Number) entities.createNativeQuery("select drop_feed_weeks(:since)")
                            .setParameter("since", since)
                            .getSingleResult())
                    .longValue();
        }
    }
}
