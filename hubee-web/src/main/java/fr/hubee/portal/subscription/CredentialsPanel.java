package fr.hubee.portal.subscription;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.security.Caller;
import fr.hubee.subscription.AccessMode;
import fr.hubee.subscription.SubscriptionStatus;
import fr.hubee.token.client.ShownCredentials;
import fr.hubee.token.credential.CredentialService;
import fr.hubee.token.credential.KnownCredentials;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

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
    MadeSecrets secrets;

    @Inject
    CurrentCaller currentCaller;

    private Instant seen;
    private Integer overlapDays = A_WEEK;
    private KnownCredentials known;
    private ShownCredentials shown;

    @PostConstruct
    void open() {
        if (page.getSubscription().rights().manage()) {
            known = credentials.read(caller(), page.id()).orElse(null);
            seen = known == null ? null : known.renewedAt();
            shown = secrets.take(page.id());
        }
    }

    public String create() {
        secrets.made(page.id(), () -> credentials.create(caller(), page.id()));
        return page.done("Les identifiants sont créés. Copiez la clé secrète maintenant : elle ne sera plus affichée.");
    }

    public String renew() {
        secrets.made(page.id(), () -> credentials.renew(caller(), page.id(), seen, overlapDays));
        return page.done("La clé secrète est régénérée. Copiez-la maintenant : elle ne sera plus affichée.");
    }

    public String revoke() {
        credentials.revoke(caller(), page.id());
        return page.done("Les identifiants sont révoqués : plus aucun logiciel n’entre avec eux.");
    }

    private Caller caller() {
        return currentCaller.get();
    }

    /** Whether this person sees this part of the page. */
    public boolean isThere() {
        return page.getSubscription().rights().manage() && (isApi() || known != null);
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

    /** Null, except on the first page after its creation. */
    public ShownCredentials getShown() {
        return shown;
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
