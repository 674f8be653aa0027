package fr.hubee.clients.client;

import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.OrganizationType;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the silent software of a service; the calling feature checks the permissions. */
@Dependent
public class Silences {
    private static final String LINES = """
            select s.id, o.name, s.process_code, p.name, s.editor_type, s.editor_company_register, s.editor_branch_code,
                e.name, heard.since
            from (%s) heard
            join subscription s on s.id = heard.id
            join process p on p.code = s.process_code
            join organization o on o.organization_type = s.organization_type
                and o.company_register = s.company_register and o.branch_code = s.branch_code
            left join organization e on e.organization_type = s.editor_type
                and e.company_register = s.editor_company_register and e.branch_code = s.editor_branch_code
            where heard.since < :before
            order by heard.since, s.id""".formatted(LastCalls.of(
            "s.company_register = :register and s.branch_code = :branch and s.organization_type = :type"));

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /** Returns the silent subscriptions, the longest silence first. */
    public List<SilentSubscription> of(OrganizationKey service) {
        Stream<?> rows = entities.createNativeQuery(LINES)
                .setParameter("register", service.companyRegister())
                .setParameter("branch", service.branchCode())
                .setParameter("type", service.type().name())
                .setParameter("before", clock.instant().minus(LastCalls.SILENT))
                .getResultStream();
        return rows.map(row -> silence(service, (Object[]) row)).toList();
    }

    private static SilentSubscription silence(OrganizationKey service, Object[] row) {
        return new SilentSubscription(
                (UUID) row[0],
                service,
                (String) row[1],
                (String) row[2],
                (String) row[3],
                editor(row[4], row[5], row[6]),
                (String) row[7],
                (Instant) row[8]);
    }

    private static OrganizationKey editor(Object type, Object register, Object branch) {
        return type == null
                ? null
                : new OrganizationKey(OrganizationType.valueOf((String) type), (String) register, (String) branch);
    }
}
