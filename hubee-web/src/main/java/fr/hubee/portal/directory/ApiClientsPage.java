package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientLine;
import fr.hubee.clients.client.ApiClientQuery;
import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ApiClientSort;
import fr.hubee.clients.client.Scope;
import fr.hubee.portal.field.ListFilters;
import fr.hubee.portal.field.ListPart;
import fr.hubee.portal.field.ListTable;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The credentials of all organisations; the search is in the address. */
@Named
@RequestScoped
public class ApiClientsPage {
    private static final String REVOKED = "revoques";

    @Inject
    ApiClientService clients;

    @Inject
    Clock clock;

    private final ListFilters filters =
            new ListFilters("/clients-api", List.of("recherche", "acces"), List.of("etat", "inutilises"));
    private final ListTable<ApiClientLine> table = new ListTable<>(filters, part -> clients.page(query(part)));

    public ListTable<ApiClientLine> getTable() {
        return table;
    }

    private ApiClientQuery query(ListPart part) {
        return new ApiClientQuery(
                filters.one(Scope.class, "acces"),
                null,
                filters.text("recherche"),
                isRevoked(),
                idleSince(),
                QueryParameter.one(ApiClientSort.class, part.sort()),
                part.descending(),
                part.offset(),
                part.size());
    }

    /** Whether to list revoked credentials instead of valid ones. */
    public boolean isRevoked() {
        return REVOKED.equals(filters.text("etat"));
    }

    private Instant idleSince() {
        var idle = filters.text("inutilises");
        boolean sensible = idle != null && idle.matches("[1-9][0-9]{0,3}");
        return sensible ? clock.instant().minus(Duration.ofDays(Integer.parseInt(idle))) : null;
    }

    public Scope[] getScopes() {
        return Scope.values();
    }
}
