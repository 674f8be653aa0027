package fr.hubee.it.world;

import fr.hubee.it.server.OwnSql;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Towns that want one digest a day about « EtatCivil », inserted into the database of a server of a test's own. */
public record DigestTowns(OwnSql sql) {
    /** @param name the beginning of their addresses: see {@link #address} */
    public void add(String name, int howMany) throws SQLException {
        var register =
                "lpad((70000000000000 + hashtext('%s')::bigint %% 1000000 * 10000 + n)::text, 14, '0')".formatted(name);
        sql.change("""
                insert into organization (organization_type, company_register, branch_code, name, postal_code, territory, status,
                    created_at, version)
                select 'SI', %s, '77372', 'Commune ' || n, '77135', 'Pontcarré', 'Actif', now(), 0
                from generate_series(1, %d) n""".formatted(register, howMany));
        sql.change("""
                insert into subscription (id, datapass_id, process_code, organization_type, company_register, branch_code,
                    access_mode, notification_frequency, email, status, activated_at, local_administrator, created_at, version)
                select gen_random_uuid(), n, 'EtatCivil', 'SI', %s, '77372', 'API', 'DAILY', '%s' || n || '@towns.example',
                    'ACTIVE', now(), 'ada@towns.example', now(), 0
                from generate_series(1, %d) n""".formatted(register, name, howMany));
    }

    public static String address(String name, int number) {
        return name + number + "@towns.example";
    }

    /** Inserts a télédossier for each of them. */
    public void receive(String name, Instant when) throws SQLException {
        sql.change("""
                insert into digest_item select gen_random_uuid(), id, gen_random_uuid(), 'NEW', '%s'
                from subscription where email like '%s%%@towns.example'""".formatted(when.atOffset(ZoneOffset.UTC), name));
    }
}
