package fr.hubee.demonstration.data;

import java.util.List;

/** Sample data that needs attention: silent software, credentials that end soon, accounts never used, legal time limits. */
final class SampleWatch {
    static final List<String> STATEMENTS = List.of(
            // the oldest is late, the next ones are not
            "insert into watch_delay (process_code, first_days, second_days, legal_days) values ('EtatCivil', 3, 9, 110)",
            // what waits for software is in its queue
            """
            insert into notification (id, organization_type, company_register, branch_code, transmitter_type,
                transmitter_company_register, transmitter_branch_code, process_code, case_id, created_at)
            select uuidv7(make_interval(secs => extract(epoch from c.transmitted_at - clock_timestamp()))), c.organization_type, c.company_register, c.branch_code, f.osl_type,
                f.osl_company_register, f.osl_branch_code, c.process_code, c.id, c.transmitted_at
            from cases c join folder f on f.id = c.folder_id where c.status = 'HUBEE_NOTIFIED'""",
            "insert into api_client_use (client_id, used_at) values ('demo-rochelande', now() - interval '9 days')",
            """
            update subscription set editor_type = 'EDT', editor_company_register = '99000700700018', editor_branch_code = '00000'
            where company_register = '99000103400018' and access_mode = 'API'""",
            """
            insert into api_client_certificate (id, client_id, thumbprint, subject, expires_at, created_at)
            values (uuidv7(interval '-353 days'), 'demo-rochelande', 'demonstration', 'CN=rochelande-en-plaine.example',
                now() + interval '12 days', now() - interval '353 days')""",
            """
            insert into api_client (client_id, scope, organization_type, company_register, branch_code, process_codes,
                created_at, version, subscription_id)
            select 'clairmont-census', 'SI', organization_type, company_register, branch_code, array[process_code],
                now() - interval '90 days', 0, id
            from subscription where company_register = '99000102600014' and process_code = 'recensementCitoyen'""",
            """
            insert into api_client_secret (id, client_id, secret_hash, created_at, expires_at) values
                (uuidv7(interval '-90 days'), 'clairmont-census', 'nobody knows it', now() - interval '90 days', now() + interval '6 days'),
                (uuidv7(interval '-1 day'), 'clairmont-census', 'nobody knows it', now() - interval '1 day', null)""",
            """
            update chosen_password set chosen_at = now() - interval '175 days'
            where account_id = (select id from account where email = 'paul.essertaux@saint-aubrin-le-vieux.example')""",
            // the digest of this morning, or of yesterday
            """
            insert into digest_item (id, subscription_id, case_id, novelty, happened_at)
            select uuidv7(interval '-1 day'), s.id, c.id, 'NEW', now() - interval '1 day'
            from subscription s join cases c on c.company_register = s.company_register and c.process_code = s.process_code
            where s.company_register = '99000107500011' and s.notification_frequency = 'DAILY'
                and c.transmitted_at > now() - interval '8 days'""");

    private SampleWatch() {}
}
