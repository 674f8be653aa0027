package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.Scope;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Creates credentials that belong to no subscription. */
@Named
@RequestScoped
public class NewApiClientPage extends PersonPage {
    private static final String NEW = "a new client";

    @Inject
    ApiClientService clients;

    @Inject
    SecretCarrier secrets;

    /** Creates the client, whose secret is shown once, on its page. */
    public void create() {
        var wanted = QueryParameter.one(Scope.class, typed("scope"));
        var key = QueryParameter.organization(typed("organization"));
        if (wanted == null || key == null) {
            PageMessages.refusal("Choisissez un accès et une organisation dans les listes.");
            return;
        }
        var made = clients.create(caller(), wanted, key, secrets.opened(NEW));
        secrets.showNext(made.clientId(), made.clientSecret());
        Pages.goTo(ApiClientPage.at(made.clientId()));
    }

    /** Returns the scopes, without instructing services: they get credentials on their subscription's page. */
    public List<Scope> getScopes() {
        return List.of(Scope.OSL, Scope.ADMIN, Scope.DATAPASS);
    }

    /** Returns the secret that this form sets, encrypted: a double click sends the same one twice. */
    public String getSealed() {
        return secrets.sealed(NEW);
    }
}
