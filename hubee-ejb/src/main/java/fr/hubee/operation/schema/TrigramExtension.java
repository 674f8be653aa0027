package fr.hubee.operation.schema;

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
                case "elsewhere" ->
                    Optional.of(
                            "the extension pg_trgm is not in the schema public: as a superuser, run « alter extension pg_trgm set schema public » in the database %s"
                                    .formatted(row.getString(3)));
                case "missing" ->
                    Optional.of(
                            "PostgreSQL has no extension pg_trgm, by which télédossiers are searched: install its contrib modules (on Debian the package postgresql has them, elsewhere often postgresql-contrib)");
                case "refused" ->
                    Optional.of(
                            "the role %s may not bring the extension pg_trgm, by which télédossiers are searched: as a superuser, run « grant create on database %s to %1$s » or, in that database, « create extension pg_trgm schema public »"
                                    .formatted(row.getString(2), row.getString(3)));
                default -> Optional.empty();
            };
        }
    }
}
