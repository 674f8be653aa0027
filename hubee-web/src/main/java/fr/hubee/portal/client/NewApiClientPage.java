package fr.hubee.portal.client;

import fr.hubee.portal.frame.Asked;
import fr.hubee.portal.frame.Told;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.token.ApiClientService;
import fr.hubee.token.Scope;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Makes credentials that belong to no subscription. */
@Named
@RequestScoped
public class NewApiClientPage {
    @Inject
    ApiClientService clients;

    @Inject
    SecretShown secret;

    @Inject
    CurrentCaller currentCaller;

    private String scope;
    private String organization;

    /** @return the page of the new client, where its secret is shown this once */
    public String create() {
        var wanted = Asked.one(Scope.class, scope);
        var key = organization == null
                ? null
                : OrganizationKey.parse(organization).orElse(null);
        if (wanted == null || key == null) {
            Told.refusal("Choisissez un accès et une organisation dans les listes.");
            return null;
        }
        var made = clients.create(currentCaller.get(), wanted, key);
        secret.show(made);
        return ApiClientPage.at(made.clientId());
    }

    /** An instructing service gets its own on the page of its subscription. */
    public List<Scope> getScopes() {
        return List.of(Scope.OSL, Scope.ADMIN, Scope.DATAPASS);
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = scope;
    }

    public String getOrganization() {
        return organization;
    }

    public void setOrganization(String organization) {
        this.organization = organization;
    }
}
