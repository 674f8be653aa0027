package fr.hubee.demonstration.data;

import java.io.Closeable;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Télédossiers as stored by the hub: folder, case, history, files and journal entries. */
final class FolderRows implements Closeable {
    private static final String VERSION = "4.2";
    private static final int LONGEST_SEARCHED = 240;

    private final PastUuids uuids;
    private final StoredFiles store;
    private final Instant now;
    private final JournalRows journal;
    private final Table folders;
    private final Table cases;
    private final Table events;
    private final Table attachments;
    private final Table links;

    FolderRows(Connection connection, PastUuids uuids, StoredFiles store, JournalRows journal, Instant now)
            throws SQLException {
        this.uuids = uuids;
        this.store = store;
        this.journal = journal;
        this.now = now;
        folders = new Table(
                connection,
                "folder",
                "id,external_id,process_code,osl_type,osl_company_register,osl_branch_code,status,status_set_by_transmitter,"
                        + "first_name,last_name,email,application_name,software_version,created_at,updated_at,completed_at,"
                        + "closed_at,version");
        cases = new Table(
                connection,
                "cases",
                "id,folder_id,position,external_id,process_code,organization_type,company_register,branch_code,status,"
                        + "access_mode,created_at,updated_at,transmitted_at,completed_at,closed_at,sent_since,si_received_since,"
                        + "in_progress_since,awaiting_since,finished_since,picked_up_by_person_at,picked_up_by_software_at,ended_at,first_outcome,search_text,version");
        events = new Table(
                connection,
                "case_event",
                "id,case_id,transmitter_type,transmitter_company_register,transmitter_branch_code,action_type,author,message,"
                        + "comment,notification,status,case_current_status,case_new_status,application_name,created_at,updated_at");
        attachments = new Table(
                connection,
                "attachment",
                "id,folder_id,event_id,position,file_name,type,size,mime_type,status,blob_key,sha256,received_at");
        links = new Table(connection, "case_attachment", "case_id,attachment_id");
    }

    void add(SampleFolder folder) throws SQLException, IOException {
        var folderId = uuids.at(folder.created());
        var caseId = uuids.at(folder.created());
        addFolder(folderId, folder);
        addCase(caseId, folderId, folder);
        var digests = new ArrayList<String>();
        for (int each = 0; each < folder.files().size(); each++) {
            var file = folder.files().get(each);
            var id = keep(folderId, null, each, file, folder.created().plusSeconds(2));
            links.add(caseId, id);
            digests.add(id + ":" + StoredFiles.digest(file.bytes()));
        }
        journal.caseTransmitted(folder, folderId, caseId, digests);
        for (var step : folder.steps()) {
            addEvent(caseId, folder, step);
        }
    }

    private void addFolder(UUID id, SampleFolder folder) throws SQLException {
        var operator = folder.process().operator;
        var status = folder.status();
        boolean closed = status.equals("CLOSED");
        folders.add(
                id,
                folder.number(),
                folder.process().code,
                operator.organization().type(),
                operator.organization().companyRegister(),
                operator.organization().branchCode(),
                status.equals("SI_INTG_ERROR") ? "SENT" : status,
                closed,
                folder.applicant().firstName(),
                folder.applicant().lastName(),
                null,
                operator.application,
                VERSION,
                folder.created(),
                folder.updated(),
                folder.transmitted(),
                closed ? folder.updated() : null,
                0);
        journal.folderCreated(folder, id);
    }

    private void addCase(UUID id, UUID folderId, SampleFolder folder) throws SQLException {
        var recipient = folder.town().organization();
        var since = Milestones.of(folder.steps());
        cases.add(
                id,
                folderId,
                0,
                folder.number() + "-01",
                folder.process().code,
                recipient.type(),
                recipient.companyRegister(),
                recipient.branchCode(),
                folder.status(),
                folder.town().inPortal() ? "PORTAIL" : "API",
                folder.created(),
                folder.updated(),
                folder.transmitted(),
                completed(folder),
                since.closed(),
                since.sent(),
                since.received(),
                since.inProgress(),
                since.awaiting(),
                since.finished(),
                since.byPerson(),
                since.bySoftware(),
                since.ended(),
                since.outcome(),
                searched(folder),
                0);
    }

    /** Returns when the applicant completed a case that is new again; else null. */
    private static Instant completed(SampleFolder folder) {
        return folder.steps().stream()
                .filter(step -> folder.status().equals("SENT"))
                .filter(step ->
                        "HUBEE_NOTIFIED".equals(step.after()) && step.action().equals("ATTACH_DEPOSIT"))
                .map(HistoryStep::at)
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private static String searched(SampleFolder folder) {
        var number = folder.number();
        var applicant = folder.applicant();
        var text = String.join(" ", number + "-01", number, applicant.lastName(), applicant.firstName())
                .toUpperCase(Locale.ROOT);
        return text.substring(0, Math.min(text.length(), LONGEST_SEARCHED));
    }

    private void addEvent(UUID caseId, SampleFolder folder, HistoryStep step) throws SQLException, IOException {
        var id = uuids.at(step.at());
        var author = step.byTown()
                ? folder.town().organization()
                : folder.process().operator.organization();
        var read = step.at().plusSeconds(step.byTown() ? 420 : 35);
        boolean told = !step.action().startsWith("ATTACH_DL") && !step.action().equals("COM_ADD");
        boolean acknowledged = told && read.isBefore(now);
        events.add(
                id,
                caseId,
                author.type(),
                author.companyRegister(),
                author.branchCode(),
                step.action(),
                step.author(),
                step.message(),
                step.comment(),
                told,
                acknowledged ? "RECEIVED" : "SENT",
                step.before(),
                step.after(),
                application(folder, step),
                step.at(),
                acknowledged ? read : null);
        for (int each = 0; each < step.files().size(); each++) {
            keep(null, id, each, step.files().get(each), step.at());
        }
        journal.eventRecorded(folder, caseId, step, id);
    }

    private static String application(SampleFolder folder, HistoryStep step) {
        if (!step.byTown()) {
            return folder.process().operator.application;
        }
        return folder.town().inPortal() ? "Portail" : folder.town().software;
    }

    private UUID keep(UUID folderId, UUID eventId, int position, SampleFile file, Instant received)
            throws SQLException, IOException {
        var id = uuids.at(received);
        var key = store.keep(file.bytes(), received);
        attachments.add(
                id,
                folderId,
                eventId,
                position,
                file.name(),
                file.type(),
                file.bytes().length,
                file.mimeType(),
                "RECEIVED",
                key,
                StoredFiles.digest(file.bytes()),
                received);
        return id;
    }

    void flush() throws SQLException {
        for (var table : List.of(folders, cases, events, attachments, links)) {
            table.flush();
        }
    }

    @Override
    public void close() throws IOException {
        for (var table : List.of(folders, cases, events, attachments, links)) {
            table.close();
        }
    }
}
