package fr.hubee.desk.caselist;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that a person hides, in the list of télédossiers and in its exports. Columns of later releases are shown
 * by default.
 */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class HiddenColumnService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    /** Returns the hidden columns, without those unknown to this release; none by default. */
    public Set<CaseColumn> hidden(Caller caller) {
        var names = entities.createNativeQuery("""
                        select unnest(h.names) from hidden_column h join account a on a.id = h.account_id
                        where a.email = :login""")
                .setParameter("login", caller.name())
                .getResultList();
        return Stream.of(CaseColumn.values())
                .filter(column -> names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(CaseColumn.class)));
    }

    /** Stored for the account, in every browser. */
    public void hide(Caller caller, Set<CaseColumn> hidden) {
        entities.createNativeQuery("""
                        insert into hidden_column (account_id, names) values (:account, :names)
                        on conflict (account_id) do update set names = excluded.names""")
                .setParameter("account", accounts.require(caller).id())
                .setParameter("names", hidden.stream().map(CaseColumn::name).toArray(String[]::new))
                .executeUpdate();
    }

    /** The optional columns of the list of télédossiers, after number and status. */
    public enum CaseColumn {
        PROCESS,
        PERSON,
        RECIPIENT,
        TRANSMITTED,
        UPDATED;

        public String label() {
            return Words.label(this);
        }
    }
}
