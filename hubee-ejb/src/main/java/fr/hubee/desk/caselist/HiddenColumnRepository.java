package fr.hubee.desk.caselist;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Each query filters by account. Columns unknown to this release are ignored. */
@Dependent
class HiddenColumnRepository {
    @PersistenceContext
    EntityManager entities;

    /** @param login as stored in the account */
    Set<CaseColumn> of(String login) {
        var hidden = EnumSet.noneOf(CaseColumn.class);
        for (var name :
                entities.createNativeQuery("""
                        select unnest(h.names) from hidden_column h join account a on a.id = h.account_id
                        where a.email = :login""").setParameter("login", login).getResultList()) {
            Stream.of(CaseColumn.values())
                    .filter(column -> column.name().equals(name))
                    .forEach(hidden::add);
        }
        return hidden;
    }

    void keep(UUID account, Set<CaseColumn> hidden) {
        entities.createNativeQuery("""
                        insert into hidden_column (account_id, names) values (:account, :names)
                        on conflict (account_id) do update set names = excluded.names""")
                .setParameter("account", account)
                .setParameter("names", hidden.stream().map(CaseColumn::name).toArray(String[]::new))
                .executeUpdate();
    }
}
