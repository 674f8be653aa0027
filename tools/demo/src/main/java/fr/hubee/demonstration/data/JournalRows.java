package fr.hubee.demonstration.data;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Audit journal entries; only the owner of the tables can write entries with past dates. */
final class JournalRows implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PARTNERS_ADDRESS = "192.0.2.40";
    private static final String PEOPLES_ADDRESS = "198.51.100.7";

    private final PastUuids uuids;
    private final Table entries;
    private final PreparedStatement month;
    private final Set<YearMonth> months = new HashSet<>();

    JournalRows(Connection connection, PastUuids uuids) throws SQLException {
        this.uuids = uuids;
        entries = new Table(
                connection,
                "audit_entry",
                "id,happened_at,actor,actor_organization,address,action,organization,subject,changes");
        month = connection.prepareStatement("select make_journal_month(?)");
    }

    void folderCreated(SampleFolder folder, UUID id) throws SQLException {
        var operator = folder.process().operator;
        add(
                folder.created(),
                operator.client,
                operator.organization().key(),
                PARTNERS_ADDRESS,
                "FOLDER_CREATED",
                operator.organization().key(),
                id,
                facts("externalId", folder.number(), "processCode", folder.process().code, "cases", "1"));
    }

    /** @param digests of its files, as the hub writes them for receipts */
    void caseTransmitted(SampleFolder folder, UUID folderId, UUID caseId, List<String> digests) throws SQLException {
        var operator = folder.process().operator;
        add(
                folder.transmitted(),
                operator.client,
                operator.organization().key(),
                PARTNERS_ADDRESS,
                "CASE_TRANSMITTED",
                folder.town().organization().key(),
                caseId,
                facts(
                        "externalId",
                        folder.number() + "-01",
                        "processCode",
                        folder.process().code,
                        "folder",
                        folderId,
                        "sender",
                        operator.organization().key(),
                        "recipients",
                        folder.town().organization().key(),
                        "digests",
                        String.join(", ", digests)));
    }

    void eventRecorded(SampleFolder folder, UUID caseId, HistoryStep step, UUID event) throws SQLException {
        var changes = facts(
                "externalId",
                folder.number() + "-01",
                "processCode",
                folder.process().code,
                "event",
                event,
                "actionType",
                step.action());
        if (step.after() != null && !step.after().equals(step.before())) {
            var operator = folder.process().operator.organization().key();
            var town = folder.town().organization().key();
            changes.putArray("sender").addNull().add(step.byTown() ? town : operator);
            changes.putArray("recipients").addNull().add(step.byTown() ? operator : town);
            changes.putArray("status").add(step.before()).add(step.after());
        }
        boolean byHub = step.actor().equals("hubee");
        var actor = step.byTown()
                ? folder.town().organization()
                : folder.process().operator.organization();
        add(
                step.at(),
                step.actor(),
                byHub ? null : actor.key(),
                byHub ? null : step.actor().contains("@") ? PEOPLES_ADDRESS : PARTNERS_ADDRESS,
                "EVENT_RECORDED",
                folder.town().organization().key(),
                caseId,
                changes);
    }

    void signedIn(Instant when, String email, String organization, UUID account) throws SQLException {
        add(
                when,
                email,
                organization,
                PEOPLES_ADDRESS,
                "SIGNED_IN",
                organization,
                account,
                facts("method", "PASSWORD"));
    }

    private void add(
            Instant when,
            String actor,
            String actorOrganization,
            String address,
            String action,
            String organization,
            UUID subject,
            ObjectNode changes)
            throws SQLException {
        makeMonth(when.atOffset(ZoneOffset.UTC));
        entries.add(
                uuids.at(when),
                when,
                actor,
                actorOrganization,
                address,
                action,
                organization,
                subject.toString(),
                changes.toString());
    }

    private void makeMonth(OffsetDateTime when) throws SQLException {
        if (months.add(YearMonth.from(when))) {
            month.setObject(1, when);
            month.execute();
        }
    }

    private static ObjectNode facts(Object... namesAndValues) {
        var changes = JSON.createObjectNode();
        for (int each = 0; each < namesAndValues.length; each += 2) {
            changes.putArray(namesAndValues[each].toString()).addNull().add(namesAndValues[each + 1].toString());
        }
        return changes;
    }

    void flush() throws SQLException {
        entries.flush();
    }

    @Override
    public void close() throws IOException {
        entries.close();
        try (var sealing = month.getConnection().createStatement()) {
            sealing.executeUpdate(
                    "update journal_sealing set since = null"); // these are sealed like a journal that was there
            month.close();
        } catch (SQLException failure) {
            throw new IOException(failure);
        }
    }
}
