package fr.hubee.portal.subscription;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.client.SecretCarrier;
import fr.hubee.security.Caller;
import fr.hubee.security.Roles;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.SubscriptionStatus;
import fr.hubee.token.client.ApiClientLine;
import fr.hubee.token.client.NewSecret;
import fr.hubee.token.client.ShownCredentials;
import fr.hubee.token.credential.CredentialService;
import fr.hubee.token.credential.KnownCredentials;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The credentials of a subscription, on its page. */
@Named
@RequestScoped
public class CredentialsPanel {
    private static final int A_WEEK = 7;

    @Inject
    CredentialService credentials;

    @Inject
    SubscriptionPage page;

    @Inject
    SecretCarrier secrets;

    @Inject
    CurrentCaller currentCaller;

    private Instant seen;
    private Integer overlapDays = A_WEEK;
    private KnownCredentials known;
    private List<ApiClientLine> elsewhere = List.of();
    private String secret;
    private String sealed;

    @PostConstruct
    void open() {
        if (page.getSubscription().rights().manage()) {
            known = credentials.read(caller(), page.id()).orElse(null);
            elsewhere = credentials.elsewhere(caller(), page.id());
            seen = known == null ? null : known.renewedAt();
            secret = known == null ? null : secrets.take(known.clientId()).orElse(null);
        }
    }

    public String create() {
        return shown(
                credentials.create(caller(), page.id(), newSecret()),
                "Les identifiants sont créés. Copiez la clé secrète maintenant : elle ne sera plus affichée.");
    }

    public String renew() {
        return shown(
                credentials.renew(caller(), page.id(), seen, overlapDays, newSecret()),
                "La clé secrète est régénérée. Copiez-la maintenant : elle ne sera plus affichée.");
    }

    public String revoke() {
        credentials.revoke(caller(), page.id());
        return page.done("Les identifiants sont révoqués : plus aucun logiciel n’entre avec eux.");
    }

    private String shown(ShownCredentials made, String text) {
        secrets.showNext(made.clientId(), made.clientSecret());
        return page.done(text);
    }

    private NewSecret newSecret() {
        return secrets.opened(page.getId(), sealed);
    }

    private Caller caller() {
        return currentCaller.get();
    }

    /** Whether this person sees this part of the page. */
    public boolean isThere() {
        return page.getSubscription().rights().manage() && (isApi() || known != null || !elsewhere.isEmpty());
    }

    /** In portal mode, existing credentials still serve for what arrived before. */
    public boolean isApi() {
        return page.getLine().accessMode() == AccessMode.API;
    }

    public boolean isCreatable() {
        return isApi() && known == null && page.getLine().status() != SubscriptionStatus.REFUSED;
    }

    public KnownCredentials getKnown() {
        return known;
    }

    /** Those that cover the subscription, and that the platform's administration manages. */
    public List<ApiClientLine> getElsewhere() {
        return elsewhere;
    }

    /** Whether she may manage these, too. */
    public boolean isNational() {
        return caller().is(Roles.ADMIN);
    }

    /** Null, except on the first page after its creation. */
    public String getSecret() {
        return secret;
    }

    /** The secret that these forms set: a double click sends the same one twice. */
    public String getSealed() {
        return secrets.sealed(page.getId());
    }

    public void setSealed(String sealed) {
        this.sealed = sealed;
    }

    /** When the secret that the page showed was made: only that one is replaced. */
    public String getSeen() {
        return seen == null ? "" : seen.toString();
    }

    public void setSeen(String shown) {
        seen = QueryParameter.instant(shown);
    }

    public Integer getOverlapDays() {
        return overlapDays;
    }

    public void setOverlapDays(Integer overlapDays) {
        this.overlapDays = overlapDays;
    }
}
