package fr.hubee.it.portal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.files.storage.BlobKey;
import fr.hubee.it.desk.ListedCases;
import fr.hubee.it.world.Database;
import fr.hubee.it.world.NewTown;
import fr.hubee.kernel.shared.Paris;
import fr.hubee.kernel.shared.UuidV7;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** One télédossier of each démarche of the catalogue, with a file and a history, for one town that works in the portal. */
final class DemarcheCases {
    /** A status, and what else decides what a page shows. */
    enum Situation {
        HUBEE_RECEIVED("Annoncé"),
        HUBEE_COMPLETED("Complet"),
        HUBEE_NOTIFIED("Notifié"),
        SENT("Nouveau"),
        SENT_COMPLETED("Nouveau, complété"),
        SI_RECEIVED("Reçu"),
        IN_PROGRESS("En cours"),
        IN_PROGRESS_ANSWERED("En cours, avec une réponse"),
        ADD_AWAITING("En attente de compléments"),
        DONE("Traité"),
        REFUSED("Refusé"),
        SI_INTG_ERROR("Erreur d’intégration"),
        CLOSED("Clos"),
        ARCHIVED("Archivé");

        private final String label;

        Situation(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }

        CaseStatus status() {
            return CaseStatus.valueOf(name().replaceFirst("_(COMPLETED|ANSWERED)$", isStatus() ? "$0" : ""));
        }

        private boolean isStatus() {
            return CaseStatus.named(name()).isPresent();
        }

        /** Whether an agent may choose the télédossier in the list. */
        boolean isChosenInList() {
            return Stream.of(SENT, SI_RECEIVED, IN_PROGRESS, ADD_AWAITING, DONE, REFUSED)
                    .anyMatch(each -> each == this);
        }
    }

    /** One of them, with the names that pages show. */
    record DemarcheCase(
            String code,
            String name,
            String shortName,
            String number,
            boolean sensitive,
            LocalDate transmitted,
            UUID id) {
        String title() {
            return shortName.isEmpty() ? name : name + " (" + shortName + ")";
        }
    }

    /** The tenth day of the last month: some months later is then the same day, in each month. */
    private final LocalDate transmitted =
            LocalDate.now(Paris.ZONE).minusMonths(1).withDayOfMonth(10);

    private final Instant moment = transmitted.atTime(12, 0).atZone(Paris.ZONE).toInstant();

    final NewTown town;
    final List<DemarcheCase> all = new ArrayList<>();

    /** Whether démarches were sensitive before the test changed them. */
    private final Map<DemarcheCase, Boolean> before = new LinkedHashMap<>();

    DemarcheCases(NewTown town) {
        this.town = town;
    }

    void addCatalogue() throws IOException, SQLException {
        var file = Path.of(System.getProperty("hubee.bootstrap"), "demo-demarches.json");
        for (var process : new ObjectMapper().readTree(file.toFile()).path("processes")) {
            add(process);
        }
    }

    private void add(JsonNode process) throws SQLException {
        var code = process.path("code").asText();
        var number = "TD-" + (1001 + all.size());
        var id = new ListedCases(Database::change, town.organizationKey())
                .add(code, CaseStatus.SENT, moment, number, "Exemple", "Camille");
        Database.change("update folder set email = 'camille@exemple.invalid' where id = (" + FOLDER + ")", id);
        addFile(id);
        addEvent(id, "SI", "STATUS_UPDATE", "Logiciel", "Message d’un logiciel.", null, "IN_PROGRESS");
        addEvent(id, "SI", "COM_ADD", "Agent", null, "Commentaire d’un agent.", null);
        if (process.path("messageToTransmitter").asBoolean()) {
            addEvent(id, "OSL", "SENDING_MESSAGE", null, "Message de l’opérateur.", null, null);
        }
        var shortName = process.path("shortName").asText("");
        boolean sensitive = process.path("sensitive").asBoolean();
        all.add(new DemarcheCase(code, process.path("name").asText(), shortName, number, sensitive, transmitted, id));
    }

    private static final String FOLDER = "select folder_id from cases where id = ?";

    private static void addFile(UUID theCase) {
        var file = UuidV7.next();
        Database.change("""
                insert into attachment (id, folder_id, position, file_name, type, size, mime_type, status, blob_key, sha256, received_at)
                select ?, c.folder_id, 0, 'demande.pdf', p.attachment_types[1], 1000, 'application/pdf', 'RECEIVED', cast(? as varchar), 'none', now()
                from cases c join process p on p.code = c.process_code where c.id = ?""", file, BlobKey.fresh("fs").value(), theCase);
        Database.change("insert into case_attachment values (?, ?)", theCase, file);
    }

    private void addEvent(
            UUID theCase, String party, String action, String author, String message, String comment, String status) {
        Database.change(
                """
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code,
                  action_type, author, message, comment, case_current_status, case_new_status, notification, status, created_at)
                select ?, c.id, o.type, o.register, o.branch, ?, ?, ?, ?, cast(? as varchar), ?, false, 'SENT', ?
                from cases c join folder f on f.id = c.folder_id,
                  lateral (values ('SI', c.organization_type, c.company_register, c.branch_code),
                    ('OSL', f.osl_type, f.osl_company_register, f.osl_branch_code)) o(party, type, register, branch)
                where c.id = ? and o.party = ?""",
                UuidV7.next(),
                action,
                author,
                message,
                comment,
                status == null ? null : CaseStatus.SI_RECEIVED.name(),
                status,
                at(moment),
                theCase,
                party);
    }

    /** Changes all of them as time, their service and their operator would. */
    void become(Situation situation) {
        boolean completed = situation == Situation.SENT_COMPLETED;
        var answered = situation == Situation.IN_PROGRESS_ANSWERED ? at(moment) : null;
        boolean closed = situation.status().isAtLeast(CaseStatus.CLOSED);
        Database.change(
                """
                update cases c set status = ?, completed_at = ?, closed_at = ?, files_at = ?, unseen_since = ?,
                  message_at = case when p.message_to_transmitter then cast(? as timestamptz) end
                from process p where p.code = c.process_code and c.company_register = ?""",
                situation.status().name(),
                completed ? at(moment) : null,
                closed ? at(moment) : null,
                answered,
                answered,
                answered,
                town.companyRegister());
    }

    /** Makes the démarches sensitive that the catalogue says, until {@link #delete}; returns those that were not as it says. */
    List<DemarcheCase> changeSensitive() {
        return all.stream().filter(each -> setSensitive(each, each.sensitive())).toList();
    }

    private boolean setSensitive(DemarcheCase one, boolean sensitive) {
        boolean changed = Database.change(
                        "update process set sensitive = ? where code = ? and sensitive <> ?",
                        sensitive,
                        one.code(),
                        sensitive)
                > 0;
        if (changed) {
            before.put(one, !sensitive);
        }
        return changed;
    }

    /** Deletes them: their files are not in the store, which jobs read. */
    void delete() {
        Map.copyOf(before).forEach(this::setSensitive);
        all.forEach(each -> Database.change("delete from folder where id = (" + FOLDER + ")", each.id()));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
