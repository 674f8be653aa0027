package fr.hubee.it.world;

import java.util.List;
import java.util.UUID;

/** Runs of the test bench that the software of a subscription has passed. */
public final class PassedBench {
    private PassedBench() {}

    public static String clientOf(UUID subscription) {
        return "bench-" + subscription;
    }

    /** Inserts a run of each of these scenarios, with credentials of the subscription. */
    public static void of(UUID subscription, List<String> scenarios, String version) {
        var client = clientOf(subscription);
        Database.change("""
                insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,
                    created_at, version, subscription_id)
                select ?, 'SI', organization_type, company_register, branch_code, array[process_code], now(), 0, id
                from subscription where id = ? on conflict do nothing""", client, subscription);
        with(client, scenarios, "Ponant", "Escale", version);
    }

    /** Inserts a run of each of these scenarios, with these credentials and that software. */
    public static void with(String client, List<String> scenarios, String editor, String application, String version) {
        for (var scenario : scenarios) {
            Database.change("""
                    insert into bench_run (id, batch, position, client_id, scenario, role, editor_name, application_name,
                        software_version, state, began_at, ended_at, beat_at)
                    values (gen_random_uuid(), gen_random_uuid(), 0, ?, ?, 'SI', ?, ?, ?, 'PASSED',
                        now(), clock_timestamp(), now())""", client, scenario, editor, application, version);
        }
    }
}
