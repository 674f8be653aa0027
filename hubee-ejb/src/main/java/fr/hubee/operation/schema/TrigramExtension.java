package fr.hubee.operation.schema;

import fr.hubee.kernel.shared.Words;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** The extension of PostgreSQL that searches need; a role that may not create it gets instructions. */
public final class TrigramExtension {
    private static final String STATE = """
            select case
                when exists (select from pg_extension where extname = 'pg_trgm' and extnamespace = to_regnamespace('public')) then 'there'
                when exists (select from pg_extension where extname = 'pg_trgm') then 'elsewhere'
                when not exists (select from pg_available_extensions where name = 'pg_trgm') then 'missing'
                when has_database_privilege(current_database(), 'create') and exists (
                    select from pg_available_extension_versions where name = 'pg_trgm' and (trusted or not superuser)) then 'coming'
                when (select rolsuper from pg_roles where rolname = current_user) then 'coming'
                else 'refused' end, current_user, current_database()""";

    private TrigramExtension() {}

    /** Returns why the migrations cannot create it; empty if it exists, or they can. */
    public static Optional<String> obstacle(Connection owner) throws SQLException {
        try (var statement = owner.createStatement();
                var row = statement.executeQuery(STATE)) {
            row.next();
            return switch (row.getString(1)) {
                case "elsewhere" -> Optional.of(Words.text("operation.trigrams.elsewhere", row.getString(3)));
                case "missing" -> Optional.of(Words.text("operation.trigrams.missing"));
                case "refused" ->
                    Optional.of(Words.text("operation.trigrams.refused", row.getString(2), row.getString(3)));
                default -> Optional.empty();
            };
        }
    }
}
