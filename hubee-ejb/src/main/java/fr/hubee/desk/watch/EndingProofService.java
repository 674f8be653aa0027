package fr.hubee.desk.watch;

import fr.hubee.directory.subscription.Standing;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Page;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Secrets and certificates that end within thirty days, and certificates that have ended, for the people who manage the credentials. */
@Stateless
@RolesAllowed({RoleNames.ADMIN, RoleNames.MANAGE_SUBSCRIPTIONS})
public class EndingProofService {
    private static final Duration SOON = Duration.ofDays(30);

    private static final String LINES = """
            select proof.kind, k.client_id, s.id, o.name, s.process_code, proof.ends_at, count(*) over ()
            from (
                select 'SECRET' as kind, client_id, expires_at as ends_at from api_client_secret
                where expires_at > :now and expires_at < :soon
                union all
                select 'CERTIFICATE', client_id, expires_at from api_client_certificate where expires_at < :soon) proof
            join api_client k on k.client_id = proof.client_id and k.revoked_at is null
            join organization o on o.organization_type = k.organization_type
                and o.company_register = k.company_register and o.branch_code = k.branch_code
            left join subscription s on s.id = k.subscription_id
            left join process p on p.code = s.process_code
            where %s order by proof.ends_at, k.client_id, proof.kind""";

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Returns the credentials that end first, and the number of all. */
    public Page<EndingProof> first(Caller caller, int most) {
        var reach = Reach.of(caller);
        if (reach.standing() == Standing.OPERATOR) {
            return new Page<>(List.of(), 0, 0); // the credentials of its services are none of its business
        }
        var now = clock.instant();
        var query = reach.bind(entities.createNativeQuery(LINES.formatted(reach.condition("s"))))
                .setParameter("now", now)
                .setParameter("soon", now.plus(SOON))
                .setMaxResults(most);
        return CountedLines.page(
                query,
                0,
                row -> new EndingProof(
                        EndingProof.Kind.valueOf((String) row[0]),
                        (String) row[1],
                        (UUID) row[2],
                        (String) row[3],
                        (String) row[4],
                        (Instant) row[5],
                        !((Instant) row[5]).isAfter(now)));
    }

    /**
     * A former secret or a certificate of credentials that ends soon, or a certificate that has ended.
     *
     * @param subscription of the credentials; null for those of the platform's administration
     * @param ended whether it has ended
     * @param processCode of the subscription; null without one
     */
    public record EndingProof(
            Kind kind,
            String clientId,
            UUID subscription,
            String serviceName,
            String processCode,
            Instant endsAt,
            boolean ended) {

        public enum Kind {
            SECRET,
            CERTIFICATE;

            public String label() {
                return Words.label(this);
            }
        }
    }
}
