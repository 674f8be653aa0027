package fr.hubee.portal.client;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.list.ListPart;
import fr.hubee.portal.list.ListTable;
import fr.hubee.token.client.ApiClientLine;
import fr.hubee.token.client.ApiClientQuery;
import fr.hubee.token.client.ApiClientService;
import fr.hubee.token.client.ApiClientSort;
import fr.hubee.token.client.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.omnifaces.cdi.Param;

/** The credentials of all organisations; the search is in the address. */
@Named
@RequestScoped
public class ApiClientsPage {
    private static final String REVOKED = "revoques";

    @Inject
    ApiClientService clients;

    @Inject
    Clock clock;

    @Inject
    @Param(name = "recherche")
    String text;

    @Inject
    @Param(name = "acces")
    String scope;

    @Inject
    @Param(name = "etat")
    String state;

    @Inject
    @Param(name = "inutilises")
    String idle;

    private ListTable<ApiClientLine> table;

    public ListTable<ApiClientLine> getTable() {
        if (table == null) {
            table = new ListTable<>(address(), part -> clients.page(query(part)));
        }
        return table;
    }

    private ApiClientQuery query(ListPart part) {
        return new ApiClientQuery(
                QueryParameter.one(Scope.class, scope),
                null,
                text,
                isRevoked(),
                idleSince(),
                QueryParameter.one(ApiClientSort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size());
    }

    /** Whether to list the revoked ones instead of the valid ones. */
    public boolean isRevoked() {
        return REVOKED.equals(state);
    }

    private Instant idleSince() {
        boolean sensible = idle != null && idle.matches("[1-9][0-9]{0,3}");
        return sensible ? clock.instant().minus(Duration.ofDays(Integer.parseInt(idle))) : null;
    }

    private Address address() {
        return new Address("/clients-api")
                .with("recherche", text)
                .with("acces", scope)
                .with("etat", state)
                .with("inutilises", idle);
    }

    public boolean isFiltered() {
        return !address().text().equals("/clients-api");
    }

    /** Whether a filter that is folded away narrows the list. */
    public boolean isMore() {
        return state != null || idle != null;
    }

    public Scope[] getScopes() {
        return Scope.values();
    }
}
