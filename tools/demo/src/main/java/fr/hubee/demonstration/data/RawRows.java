package fr.hubee.demonstration.data;

import java.util.List;

/** Rows that no service makes, each with its reason. */
final class RawRows {
    private static final String TOWN = "'99000104200011'";
    private static final String MERGE = "'01a20000-0000-7000-8000-000000000258'";

    static final List<String> STATEMENTS = List.of(
            // the caught relay refuses no address
            """
            insert into mail (id, message_id, recipient, template, template_values, state, created_at, try_until, attempts,
                next_attempt_at, ended_at, last_error)
            select id, '<' || id || '@hubee.example>', email, 'PASSWORD_CHANGED',
                '{"changedAt":"02/11/2026 à 9 h 12","login":"' || email || '","name":"Lucie Vantadour"}', 'GIVEN_UP',
                now() - interval '5 days', now() - interval '2 days', 1, now() - interval '5 days', now() - interval '5 days',
                '550 5.1.1 Adresse inconnue'
            from account where email = 'lucie.vantadour@saint-aubrin-le-vieux.example'""",
            // a certificate that nobody has issued
            """
            insert into api_client_certificate (id, client_id, thumbprint, subject, expires_at, created_at)
            values (uuidv7(interval '-353 days'), 'demo-rochelande', 'demonstration', 'CN=rochelande-en-plaine.example',
                now() + interval '12 days', now() - interval '353 days')""",
            // a hamlet that was merged six days ago, which can be undone: it would need its own people and a year of
            // télédossiers before
            """
            insert into organization (organization_type, company_register, branch_code, name, country, postal_code, territory,
                status, created_at, updated_at, version)
            select organization_type, '99000109900016', '99199', 'Commune d’Aubrinet', country, postal_code, 'Aubrinet', 'Inactif',
                now() - interval '400 days', now() - interval '6 days', 1
            from organization where company_register = %s""".formatted(TOWN),
            """
            insert into organization_merge
            values (%s, 'SI', '99000109900016', '99199', 'SI', %s, '99104', 'Actif', 12, 3, 0, 1, 0, 0, 1,
                now() - interval '6 days', 'claire.montaudran@hubee.example', null, null)""".formatted(MERGE, TOWN),
            """
            insert into merged_case (merge_id, case_id, version)
            select %s, c.id, c.version - (row_number() over (order by c.transmitted_at) %% 4) / 3
            from cases c where c.company_register = %s and c.process_code = 'EtatCivil'
                and c.transmitted_at between now() - interval '120 days' and now() - interval '6 days'
            order by c.transmitted_at limit 12""".formatted(MERGE, TOWN),
            """
            insert into subscription (id, datapass_id, process_code, organization_type, company_register, branch_code, access_mode,
                notification_frequency, email, status, activated_at, validated_at, ended_at, local_administrator, created_at,
                updated_at, version)
            select uuidv7(interval '-302 days'), 990109, process_code, organization_type, '99000109900016', '99199', 'PORTAIL', 'NONE', null,
                'SUSPENDED', now() - interval '300 days', now() - interval '301 days', now() - interval '6 days',
                'mairie@aubrinet.example', now() - interval '302 days', now() - interval '6 days', 2
            from subscription where company_register = %s and process_code = 'EtatCivil'""".formatted(TOWN),
            """
            insert into merged_subscription (merge_id, subscription_id, moved, status, ended_at, version)
            select %s, id, false, 'ACTIVE', null, 2 from subscription where company_register = '99000109900016'""".formatted(MERGE),
            """
            insert into merged_account (merge_id, account_id, version)
            select %s, id, version from account where email = 'paul.essertaux@saint-aubrin-le-vieux.example'""".formatted(MERGE),
            // an address that fails is found at once, and the other one gets what happened before its proof
            """
            update webhook_endpoint set position =
                (select coalesce(max(position), 0) from feed_event where occurred_at < now() - interval '3 days')""",
            """
            update webhook_endpoint set state = 'ACTIVE', failures = 8, failing_since = now() - interval '14 hours', due_at = now()
            where address like '%/ancien-serveur'""",
            // so that the nightly job counts the earlier days too, and publishes their months
            """
            update counted_days set until = null, organizations_until = null, organizations_since = null, peers_until = null,
                published_until = null""");

    private RawRows() {}
}
