package fr.hubee.it.portal;

import fr.hubee.it.world.Database;
import fr.hubee.it.world.OwnDemarche;
import java.util.UUID;

/** Credentials of the subscription of a démarche's town, whose software calls by API, or has stopped. */
record SilentClient(String id, UUID secret) {

    static SilentClient of(OwnDemarche process) {
        var client = new SilentClient("silent-" + process.code, UUID.randomUUID());
        Database.change(
                "insert into api_client (client_id, scope, organization_type, company_register, branch_code,"
                        + " process_codes, created_at, version, subscription_id)"
                        + " select ?, 'SI', organization_type, company_register, branch_code, array[process_code],"
                        + " now() - interval '90 days', 0, id from subscription where company_register = ?",
                client.id,
                process.town.companyRegister());
        Database.change(
                "insert into api_client_secret (id, client_id, secret_hash, created_at)"
                        + " values (?, ?, 'no hash', now() - interval '90 days')",
                client.secret,
                client.id);
        return client;
    }

    /** Sets its last call to that many hours ago. */
    SilentClient called(int hours) {
        Database.change(
                "insert into api_client_use (client_id, used_at) values (?, now() - make_interval(hours => ?))"
                        + " on conflict (client_id) do update set used_at = excluded.used_at",
                id,
                hours);
        return this;
    }
}
