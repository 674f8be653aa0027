package fr.hubee.portal.client;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.shared.OrganizationKey;
import fr.hubee.shared.UuidV7;
import fr.hubee.token.client.ApiClientService;
import fr.hubee.token.client.Scope;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Creates credentials that belong to no subscription. */
@Named
@RequestScoped
public class NewApiClientPage {
    @Inject
    ApiClientService clients;

    @Inject
    MadeClients made;

    @Inject
    CurrentCaller currentCaller;

    private String form = UuidV7.next().toString();
    private String scope;
    private String organization;

    /** @return the page of the new client, where its secret is shown once */
    public String create() {
        var wanted = QueryParameter.one(Scope.class, scope);
        var key = organization == null
                ? null
                : OrganizationKey.parse(organization).orElse(null);
        if (wanted == null || key == null) {
            PageMessages.refusal("Choisissez un accès et une organisation dans les listes.");
            return null;
        }
        return ApiClientPage.at(made.madeBy(form, () -> clients.create(currentCaller.get(), wanted, key)));
    }

    /** Instructing services are excluded: they get credentials on their subscription's page. */
    public List<Scope> getScopes() {
        return List.of(Scope.OSL, Scope.ADMIN, Scope.DATAPASS);
    }

    /** The id of this form: a double click sends the same form twice. */
    public String getForm() {
        return form;
    }

    public void setForm(String form) {
        this.form = form;
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
