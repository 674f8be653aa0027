package fr.hubee.desk.caselist;

import fr.hubee.desk.caselist.ListSettings.CaseColumn;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of télédossiers as a person wants it: the columns that she hides, also in its exports, its density, and the filters and the
 * order with which it opens. Columns of later releases are shown by default.
 */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class ListSettingsService {
    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    /** Returns her choices, without columns unknown to this release; the usual ones by default. */
    public ListSettings read(Caller caller) {
        Stream<?> rows = entities.createNativeQuery("""
                        select h.names, h.compact, h.query from hidden_column h join account a on a.id = h.account_id
                        where a.email = :login""", Object[].class)
                .setParameter("login", caller.name())
                .getResultStream();
        return rows.map(row -> settings((Object[]) row)).findFirst().orElse(ListSettings.USUAL);
    }

    private static ListSettings settings(Object... row) {
        var names = List.of((String[]) row[0]);
        var hidden = Stream.of(CaseColumn.values())
                .filter(column -> names.contains(column.name()))
                .collect(Collectors.toSet());
        return new ListSettings(hidden, (Boolean) row[1], (String) row[2]);
    }

    /** Stores them for the account, in every browser. */
    public void keep(Caller caller, ListSettings wanted) {
        entities.createNativeQuery("""
                        insert into hidden_column (account_id, names, compact, query) values (:account, :names, :compact, :query)
                        on conflict (account_id) do update
                        set names = excluded.names, compact = excluded.compact, query = excluded.query""")
                .setParameter("account", accounts.requireId(caller))
                .setParameter(
                        "names", wanted.hidden().stream().map(CaseColumn::name).toArray(String[]::new))
                .setParameter("compact", wanted.compact())
                .setParameter("query", wanted.query() == null ? null : SavedFilterService.query(wanted.query()))
                .executeUpdate();
    }
}
