package fr.hubee.it.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.hubee.exchange.folder.FolderEvent;
import fr.hubee.exchange.notification.NotificationFeedService;
import fr.hubee.exchange.notification.NotificationLine;
import fr.hubee.exchange.notification.QueueQuery;
import fr.hubee.exchange.status.ActionType;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.it.AsCaller;
import fr.hubee.it.InParallel;
import fr.hubee.it.InServer;
import fr.hubee.it.Wait;
import fr.hubee.it.world.Deposit;
import fr.hubee.it.world.NewTown;
import fr.hubee.it.world.Organizations;
import fr.hubee.it.world.Partner;
import fr.hubee.kernel.database.InvalidationLease;
import fr.hubee.kernel.database.Transactions;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Checks that a poll of a queue that is known to be empty does not query the database, and that no notification is delayed by this. SQL
 * here stands for other nodes: the database cannot tell the difference.
 */
class EmptyQueueIT extends InServer {
    static final int WRITERS = 16;
    static final int ROUNDS = 20;

    /** A démarche of this test alone. */
    final String code = "T" + NewTown.fresh().companyRegister();

    final NewTown town = NewTown.fresh();

    @Inject
    NotificationFeedService feed;

    @Inject
    InvalidationLease lease;

    @Inject
    Transactions transactions;

    @Inject
    Event<FolderEvent> events;

    @Test
    void onlyTheAdministratorAsksTheDatabaseAgain() throws Exception {
        findEmpty();
        insertUnannounced();

        Wait.until(lease::isHeld);
        assertEquals(0, poll(town).size());
        assertEquals(1, poll(software(Organizations.HUB, RoleNames.ADMIN)).size());
    }

    @Test
    void whatAnotherNodeQueuesIsRead() throws Exception {
        findEmpty();
        insert();

        Wait.until(() -> poll(town).size() == 1);
    }

    @Test
    void whatAnotherNodeMovesHereIsRead() throws Exception {
        var merged = NewTown.fresh();
        insert(merged);
        insert(merged);
        findEmpty();
        sql().change(
                        "update notification set company_register = ? where company_register = ?",
                        town.companyRegister(),
                        merged.companyRegister());

        Wait.until(() -> poll(town).size() == 2);
    }

    @Test
    void whatWasMissedIsReadWhenTheConnectionIsLostAndThenItListensAgain() throws Exception {
        findEmpty();
        insertUnannounced();
        assertEquals(1L, sql().one("""
                select count(*) filter (where pg_terminate_backend(pid))
                from pg_stat_activity where query = 'select pg_notify($1, $2)'"""));

        Wait.until(() -> !lease.isHeld());
        assertEquals(1, poll(town).size());
        Wait.until(lease::isHeld);
        assertEquals(1, poll(town).size());
    }

    @Test
    void whoeverSeesTheCommitOfANotificationFindsItInTheNextPollOfTheSameNode() {
        var caseId = UUID.fromString(aCase());
        var towns =
                IntStream.range(0, WRITERS).mapToObj(each -> NewTown.fresh()).toList();
        var written = IntStream.range(0, WRITERS)
                .mapToObj(each -> new AtomicBoolean())
                .toList();

        InParallel.of(2 * WRITERS, each -> {
            var recipient = towns.get(each % WRITERS);
            var isWritten = written.get(each % WRITERS);
            try {
                if (each < WRITERS) {
                    write(caseId, recipient);
                } else {
                    while (!isWritten.get()) {
                        poll(recipient);
                    }
                }
            } finally {
                isWritten.set(true);
            }
            return null;
        });
    }

    private void write(UUID caseId, NewTown recipient) throws Exception {
        var event = new FolderEvent.CaseEventPassed(
                caseId,
                "number",
                null,
                code,
                Organizations.DILA,
                recipient.organizationKey(),
                false,
                ActionType.SENDING_MESSAGE,
                null,
                CaseStatus.SENT,
                true,
                false);
        for (int round = 0; round < ROUNDS; round++) {
            if (round % 2 == 0) { // else the others find it empty while the next one is written
                assertEquals(0, poll(recipient).size());
            }
            transactions.run(() -> events.fire(event));
            var queued = poll(recipient);
            assertEquals(1, queued.size());
            delete(recipient, queued.get(0));
        }
    }

    private void findEmpty() throws Exception {
        Wait.until(lease::isHeld);
        assertEquals(0, poll(town).size());
    }

    private List<NotificationLine> poll(NewTown recipient) throws Exception {
        return poll(software(recipient));
    }

    private List<NotificationLine> poll(Caller caller) throws Exception {
        var query = new QueueQuery(25, Set.of(code), Set.of(), false);
        return AsCaller.call(caller, () -> feed.next(caller, query));
    }

    private void delete(NewTown recipient, NotificationLine line) throws Exception {
        var caller = software(recipient);
        AsCaller.run(caller, () -> feed.delete(caller, line.id()));
    }

    private Caller software(NewTown recipient) {
        return software(recipient.organizationKey(), RoleNames.SI);
    }

    private Caller software(OrganizationKey organization, String role) {
        return new Caller("software", organization, Set.of(role), Set.of(code), "127.0.0.1");
    }

    private static String aCase() {
        return Deposit.complete(Partner.of("demo-dila"), Deposit.TOWN).caseId();
    }

    private void insert() throws SQLException {
        insert(town);
    }

    private void insert(NewTown recipient) throws SQLException {
        var caseId = aCase();
        try (var connection = database.getConnection()) {
            insert(connection, recipient, caseId);
        }
    }

    /** Inserts a notification without announcing it, as a restore does. */
    private void insertUnannounced() throws SQLException {
        var caseId = aCase();
        try (var connection = owner.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("alter table notification disable trigger notification_queue_grew");
            insert(connection, town, caseId);
            statement.execute("set constraints all immediate"); // a table with pending checks cannot be altered
            statement.execute("alter table notification enable trigger notification_queue_grew");
            connection.commit();
        }
    }

    private void insert(Connection connection, NewTown recipient, String caseId) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
                    transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
                values (uuidv7(), 'SI', ?, ?, 'OSL', '00000000000000', '0', ?, ?::uuid, now())""")) {
            insert.setString(1, recipient.companyRegister());
            insert.setString(2, recipient.branchCode());
            insert.setString(3, code);
            insert.setString(4, caseId);
            insert.executeUpdate();
        }
    }
}
