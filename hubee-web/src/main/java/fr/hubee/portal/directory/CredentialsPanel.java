package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientLine;
import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.KnownCredentials;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.desk.casework.SecretRequestService;
import fr.hubee.directory.subscription.AccessMode;
import fr.hubee.directory.subscription.SubscriptionStatus;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.QueryParameter;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The credentials of a subscription, on its page, where they are created, renewed and revoked. */
@Named
@RequestScoped
public class CredentialsPanel extends PersonPage {
    @Inject
    CredentialService credentials;

    @Inject
    SubscriptionPage page;

    @Inject
    SecretRequestService requests;

    @Inject
    SecretCarrier secrets;

    private KnownCredentials known;
    private List<ApiClientLine> elsewhere = List.of();
    private String secret;
    private Instant seen;
    private Integer overlapDays = SecretCarrier.USUAL_OVERLAP_DAYS;

    @PostConstruct
    void open() {
        if (page.getSubscription().rights().manage()) {
            known = credentials.read(caller(), page.id()).orElse(null);
            elsewhere = credentials.elsewhere(caller(), page.id());
            secret = known == null ? null : secrets.take(known.clientId()).orElse(null);
            seen = known == null ? null : known.renewedAt();
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

    /** Returns null, except on the first page after its creation. */
    public String getSecret() {
        return secret;
    }

    public void create() {
        var secret = secrets.opened(page.getId());
        show(
                credentials.create(caller(), page.id(), secret),
                "Les identifiants sont créés. Copiez la clé secrète maintenant : elle ne sera plus affichée.");
    }

    public void renew() {
        var secret = secrets.opened(page.getId());
        show(
                credentials.renew(caller(), page.id(), seen, overlapDays, secret),
                "La clé secrète est régénérée. Copiez-la maintenant : elle ne sera plus affichée.");
    }

    private void show(ShownCredentials made, String text) {
        secrets.showNext(made.clientId(), made.clientSecret());
        page.done(text);
    }

    public void ask() {
        page.done(ApiClientPage.asked(requests.ask(caller(), page.id())));
    }

    public void revoke() {
        credentials.revoke(caller(), page.id());
        page.done("Les identifiants sont révoqués : plus aucun logiciel n’entre avec eux.");
    }

    /** Returns the secret that these forms set, encrypted: a double click sends the same one twice. */
    public String getSealed() {
        return secrets.sealed(page.getId());
    }

    /** Returns the time of the secret that the page displayed: only that one is replaced. */
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
