package fr.hubee.people.account;

import fr.hubee.kernel.shared.OrganizationKey;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Records which accounts merges have moved. */
@Dependent
class MergedAccountRepository {

    @PersistenceContext
    EntityManager entities;

    void add(UUID merge, Collection<UUID> moved) {
        entities.createNativeQuery("""
                        insert into merged_account (merge_id, account_id, version)
                        select :merge, a.id, a.version from account a where a.id = any(:moved)""")
                .setParameter("merge", merge)
                .setParameter("moved", moved.toArray(UUID[]::new))
                .executeUpdate();
    }

    List<ReturningAccount> of(UUID merge, OrganizationKey successor) {
        List<?> rows = entities.createNativeQuery("""
                        select a.id, concat(a.first_name, ' ', a.last_name), a.version, a.active,
                            (a.organization_type, a.company_register, a.branch_code) = (:type, :register, :branch),
                            a.version <> m.version
                        from merged_account m join account a on a.id = m.account_id
                        where m.merge_id = :merge order by 2, 1""", Object[].class)
                .setParameter("merge", merge)
                .setParameter("type", successor.type().name())
                .setParameter("register", successor.companyRegister())
                .setParameter("branch", successor.branchCode())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new ReturningAccount(
                        (UUID) row[0],
                        (String) row[1],
                        ((Number) row[2]).longValue(),
                        (Boolean) row[3],
                        (Boolean) row[4],
                        (Boolean) row[5]))
                .toList();
    }
}
