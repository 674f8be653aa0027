package fr.hubee.it.desk;

import fr.hubee.exchange.status.CaseStatus;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/** Inserts télédossiers as they are after months of work, which no test can wait for. */
public record ListedCases(Statements sql, OrganizationKey town) {
    public static final Instant NOON = Instant.parse("2026-03-10T11:00:00Z");

    /** Changes the database, from inside or outside of the server. */
    @FunctionalInterface
    public interface Statements {
        int change(String statement, Object... values) throws SQLException;
    }

    public UUID add(String process, CaseStatus status, Instant transmitted) throws SQLException {
        return add(process, status, transmitted, "N-" + UuidV7.next(), "Exemple", "Camille");
    }

    public UUID named(String number, String lastName, String firstName) throws SQLException {
        return add("EtatCivil", CaseStatus.SENT, NOON, number, lastName, firstName);
    }

    public UUID add(
            String process, CaseStatus status, Instant transmitted, String number, String lastName, String firstName)
            throws SQLException {
        var folder = UuidV7.next();
        var id = UuidV7.next();
        var at = OffsetDateTime.ofInstant(transmitted, ZoneOffset.UTC);
        sql.change(
                """
                insert into folder (id, external_id, process_code, osl_type, osl_company_register, osl_branch_code, status,
                  status_set_by_transmitter, first_name, last_name, created_at, updated_at, completed_at, version)
                select ?, ?, code, osl_type, osl_company_register, osl_branch_code, ?, false, ?, ?, ?, ?, ?, 0
                from process where code = ?""",
                folder,
                number.substring(0, Math.min(30, number.length())),
                status.name(),
                firstName,
                lastName,
                at,
                at,
                at,
                process);
        sql.change(
                """
                insert into cases (id, folder_id, position, external_id, process_code, organization_type, company_register,
                  branch_code, status, access_mode, created_at, updated_at, transmitted_at, version, search_text)
                values (?, ?, 0, ?, ?, ?, ?, ?, ?, 'PORTAIL', ?, ?, ?, 0, upper(?))""",
                id,
                folder,
                number,
                process,
                town.type().name(),
                town.companyRegister(),
                town.branchCode(),
                status.name(),
                at,
                at,
                at,
                number + " " + lastName + " " + firstName);
        return id;
    }

    /** Changes the case, as somebody would later. */
    public void change(UUID id, Instant when, String author) throws SQLException {
        var at = OffsetDateTime.ofInstant(when, ZoneOffset.UTC);
        sql.change("update cases set updated_at = ? where id = ?", at, id);
        sql.change("""
                insert into case_event (id, case_id, transmitter_type, transmitter_company_register, transmitter_branch_code,
                  action_type, author, notification, status, created_at)
                values (?, ?, ?, ?, ?, 'COM_ADD', ?, false, 'SENT', ?)""", UuidV7.next(), id, town.type().name(), town.companyRegister(), town.branchCode(), author, at);
    }
}
