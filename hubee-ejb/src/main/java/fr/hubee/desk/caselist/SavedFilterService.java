package fr.hubee.desk.caselist;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.FrenchOrder;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.kernel.shared.Words;
import fr.hubee.people.account.AccountLookup;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A person's own filters: nobody else can see or change them, and the journal does not record them. A filter is an address and gives no
 * right: the list still shows only what the person may see.
 */
@Stateless
@RolesAllowed({RoleNames.READ_FOLDERS, RoleNames.BUSINESS, RoleNames.ADMIN})
public class SavedFilterService {
    /** Maximum per account. */
    private static final int MOST = 12;

    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_QUERY = 2000;
    private static final Pattern QUERY = Pattern.compile("\\?[!-~]*");

    @PersistenceContext
    EntityManager entities;

    @Inject
    AccountLookup accounts;

    @Inject
    Clock clock;

    /** Returns the caller's filters, by name. */
    @SuppressWarnings("unchecked") // a native query
    public List<NamedFilter> list(Caller caller) {
        return entities.createNativeQuery("""
                        select f.id, f.name, f.query from saved_filter f join account a on a.id = f.account_id
                        where a.email = :login order by\s""" + FrenchOrder.ofColumn("f.name"), NamedFilter.class)
                .setParameter("login", caller.name())
                .getResultList();
    }

    /** Saves the list's query string; an existing filter with the same name is replaced. */
    public void keep(Caller caller, String name, String query) {
        var wanted = name(name);
        var account = accounts.requireId(caller);
        if (countOthers(account, wanted) >= MOST) {
            throw new InvalidRequest(Words.text("desk.filter.tooMany", MOST));
        }
        entities.createNativeQuery("""
                        insert into saved_filter (id, account_id, name, query, created_at) values (:id, :account, :name, :query, :now)
                        on conflict (account_id, name) do update set query = excluded.query""")
                .setParameter("id", UuidV7.next())
                .setParameter("account", account)
                .setParameter("name", wanted)
                .setParameter("query", query(query))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** Counts the filters with other names; concurrent requests of one person wait, so that the number is correct. */
    private long countOthers(UUID account, String name) {
        entities.createNativeQuery("select 1 from account where id = :account for no key update")
                .setParameter("account", account)
                .getResultList();
        return (Long) entities.createNativeQuery(
                        "select count(*) from saved_filter where account_id = :account and name <> :name")
                .setParameter("account", account)
                .setParameter("name", name)
                .getSingleResult();
    }

    /** @throws NotFound when it is not the caller's, or was deleted */
    public void forget(Caller caller, UUID id) {
        int deleted = entities.createNativeQuery("delete from saved_filter where account_id = :account and id = :id")
                .setParameter("account", accounts.requireId(caller))
                .setParameter("id", id)
                .executeUpdate();
        if (deleted == 0) {
            throw NotFound.of("Filter");
        }
    }

    /**
     * Returns the name as one line.
     *
     * @throws InvalidRequest with a French message
     */
    static String name(String typed) {
        var spaced = typed == null ? "" : typed.replaceAll("[\\p{Z}\\s]+", " ").strip();
        var text = Normalizer.normalize(spaced, Normalizer.Form.NFC);
        if (text.isEmpty()) {
            throw new InvalidRequest(Words.text("desk.filter.noName"));
        }
        if (text.length() > LONGEST_NAME) {
            throw new InvalidRequest(Words.text("desk.filter.nameTooLong", LONGEST_NAME));
        }
        if (text.matches(".*\\p{C}.*")) {
            throw new InvalidRequest(Words.text("desk.filter.invisible"));
        }
        return text;
    }

    static String query(String wanted) {
        if (wanted.length() > LONGEST_QUERY) {
            throw new InvalidRequest(Words.text("desk.filter.tooLong"));
        }
        if (!QUERY.matcher(wanted).matches()) {
            throw new InvalidRequest("This is no query of an address");
        }
        return wanted;
    }
}
