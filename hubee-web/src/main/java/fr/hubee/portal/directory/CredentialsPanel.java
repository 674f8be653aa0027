package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientLine;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.KnownCredentials;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.kernel.security.Roles;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The credentials of a subscription, on its page; {@link CredentialsForm} changes them. */
@Named
@RequestScoped
public class CredentialsPanel {
    @Inject
    CredentialService credentials;

    @Inject
    SubscriptionPage page;

    @Inject
    SecretCarrier secrets;

    @Inject
    CurrentCaller currentCaller;

    private KnownCredentials known;
    private List<ApiClientLine> elsewhere = List.of();
    private String secret;

    @PostConstruct
    void open() {
        if (page.getSubscription().rights().manage()) {
            known = credentials.read(currentCaller.get(), page.id()).orElse(null);
            elsewhere = credentials.elsewhere(currentCaller.get(), page.id());
            secret = known == null ? null : secrets.take(known.clientId()).orElse(null);
        }
    }

    /** Whether the user sees this part of the page. */
    public boolean isThere() {
        return page.getSubscription().rights().manage() && (isApi() || known != null || !elsewhere.isEmpty());
    }

    /** Whether the mode is API; in portal mode, existing credentials still serve for earlier télédossiers. */
    public boolean isApi() {
        return page.getLine().accessMode() == AccessMode.API;
    }

    public boolean isCreatable() {
        return isApi() && known == null && page.getLine().status() != SubscriptionStatus.REFUSED;
    }

    public KnownCredentials getKnown() {
        return known;
    }

    /** Returns the credentials that cover the subscription and are managed by the platform's administration. */
    public List<ApiClientLine> getElsewhere() {
        return elsewhere;
    }

    /** Whether she may manage these, too. */
    public boolean isNational() {
        return currentCaller.get().is(Roles.ADMIN);
    }

    /** Returns null, except on the first page after its creation. */
    public String getSecret() {
        return secret;
    }
}
