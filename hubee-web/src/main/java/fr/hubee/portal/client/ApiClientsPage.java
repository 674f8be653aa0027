package fr.hubee.portal.client;

import fr.hubee.portal.address.Address;
import fr.hubee.portal.address.ListPages;
import fr.hubee.portal.address.QueryParameter;
import fr.hubee.shared.Page;
import fr.hubee.token.client.ApiClientLine;
import fr.hubee.token.client.ApiClientQuery;
import fr.hubee.token.client.ApiClientService;
import fr.hubee.token.client.Scope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The credentials of all organisations; all filters are in the address. */
@Named
@RequestScoped
public class ApiClientsPage {
    private static final int SIZE = 20;
    private static final String REVOKED = "revoques";

    @Inject
    ApiClientService clients;

    @Inject
    Clock clock;

    private String text;
    private String scope;
    private String state;
    private String idle;
    private String number;
    private Page<ApiClientLine> found;

    public Page<ApiClientLine> getFound() {
        if (found == null) {
            found = clients.page(new ApiClientQuery(
                    QueryParameter.one(Scope.class, scope),
                    null,
                    text,
                    isRevoked(),
                    idleSince(),
                    (QueryParameter.page(number) - 1) * SIZE,
                    SIZE));
        }
        return found;
    }

    /** Whether to list the revoked ones instead of the valid ones. */
    private boolean isRevoked() {
        return REVOKED.equals(state);
    }

    private Instant idleSince() {
        boolean sensible = idle != null && idle.matches("[1-9][0-9]{0,3}");
        return sensible ? clock.instant().minus(Duration.ofDays(Integer.parseInt(idle))) : null;
    }

    public ListPages getPages() {
        return new ListPages(
                new Address("/clients-api")
                        .with("recherche", text)
                        .with("acces", scope)
                        .with("etat", state)
                        .with("inutilises", idle),
                getFound(),
                SIZE);
    }

    public boolean isSearched() {
        return text != null || scope != null || state != null || idle != null;
    }

    public List<Scope> getScopes() {
        return List.of(Scope.values());
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getIdle() {
        return idle;
    }

    public void setIdle(String idle) {
        this.idle = idle;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }
}
