package fr.hubee.desk.casework;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.people.account.AccountEvent;
import fr.hubee.people.account.AccountLookup;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The handlers of cases; {@link AssignmentService} checks the rights. Those who may no longer handle a case are removed. */
@Dependent
public class Handlers {

    /** @param processCode of the case */
    record Row(UUID caseId, UUID accountId, Instant since, String processCode) {}

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    void on(@Observes AccountEvent.Deactivated event) {
        removeAllOf(event.accountId(), Set.of());
    }

    void on(@Observes AccountEvent.RightsChanged event) {
        accounts.find(event.accountId()).ifPresent(person -> removeAllOf(person.id(), person.managedProcesses()));
    }

    /** Returns the handlers of the cases of the caller's organisation, in her démarches: each case is found by its key. */
    @SuppressWarnings("unchecked") // a native query
    List<Row> of(Caller caller, Collection<UUID> cases) {
        return entities.createNativeQuery("""
                        select h.case_id, h.account_id, h.since, c.process_code
                        from case_handler h cross join lateral (
                            select c.process_code from cases c
                            where c.id = h.case_id and c.company_register = :register and c.branch_code = :branch
                              and c.organization_type = :type and c.process_code = any(:codes) offset 0) c
                        where h.case_id = any(:cases)""", Row.class)
                .setParameter("cases", cases.toArray(UUID[]::new))
                .setParameter("register", caller.organization().companyRegister())
                .setParameter("branch", caller.organization().branchCode())
                .setParameter("type", caller.organization().type().name())
                .setParameter("codes", caller.processCodes().toArray(String[]::new))
                .getResultList();
    }

    Optional<UUID> of(UUID caseId) {
        Stream<?> accounts = entities.createNativeQuery(
                        "select h.account_id from case_handler h where h.case_id = :case", UUID.class)
                .setParameter("case", caseId)
                .getResultStream();
        return accounts.map(UUID.class::cast).findFirst();
    }

    void put(UUID caseId, UUID accountId, Instant now) {
        entities.createNativeQuery("""
                        insert into case_handler (case_id, account_id, since) values (:case, :account, :now)
                        on conflict (case_id) do update set account_id = excluded.account_id, since = excluded.since""")
                .setParameter("case", caseId)
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
    }

    void remove(UUID caseId) {
        entities.createNativeQuery("delete from case_handler where case_id = :case")
                .setParameter("case", caseId)
                .executeUpdate();
    }

    /** Removes a person as handler of all cases, except in these démarches. */
    private void removeAllOf(UUID accountId, Set<String> exceptIn) {
        entities.createNativeQuery("""
                        delete from case_handler h using cases c
                        where c.id = h.case_id and h.account_id = :account and c.process_code <> all(:codes)""")
                .setParameter("account", accountId)
                .setParameter("codes", exceptIn.toArray(String[]::new))
                .executeUpdate();
    }

    /** Removes the people of each organisation as handlers of the other's cases; the caller checks the permissions. */
    public void separate(OrganizationKey one, OrganizationKey other) {
        removeOfOthers(one, other);
        removeOfOthers(other, one);
    }

    private void removeOfOthers(OrganizationKey person, OrganizationKey recipient) {
        entities.createNativeQuery("""
                        delete from case_handler h using account a, cases c
                        where a.id = h.account_id and c.id = h.case_id
                          and (a.organization_type, a.company_register, a.branch_code) = (:type, :register, :branch)
                          and (c.organization_type, c.company_register, c.branch_code) = (:caseType, :caseRegister, :caseBranch)""")
                .setParameter("type", person.type().name())
                .setParameter("register", person.companyRegister())
                .setParameter("branch", person.branchCode())
                .setParameter("caseType", recipient.type().name())
                .setParameter("caseRegister", recipient.companyRegister())
                .setParameter("caseBranch", recipient.branchCode())
                .executeUpdate();
    }
}
