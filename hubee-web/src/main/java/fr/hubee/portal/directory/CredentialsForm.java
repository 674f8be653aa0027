package fr.hubee.portal.directory;

import fr.hubee.clients.client.CredentialService;
import fr.hubee.clients.client.ShownCredentials;
import fr.hubee.desk.casework.SecretRequestService;
import fr.hubee.portal.page.QueryParameter;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;

/** Creates, renews and revokes the credentials of a subscription. */
@Named
@RequestScoped
public class CredentialsForm {
    @Inject
    CredentialService credentials;

    @Inject
    CredentialsPanel panel;

    @Inject
    SubscriptionPage page;

    @Inject
    SecretRequestService requests;

    @Inject
    SecretCarrier secrets;

    @Inject
    CurrentCaller currentCaller;

    private Instant seen;
    private Integer overlapDays = SecretCarrier.USUAL_OVERLAP_DAYS;

    @PostConstruct
    void open() {
        seen = panel.getKnown() == null ? null : panel.getKnown().renewedAt();
    }

    public void create() {
        var secret = secrets.opened(page.getId());
        show(
                credentials.create(currentCaller.get(), page.id(), secret),
                "Les identifiants sont créés. Copiez la clé secrète maintenant : elle ne sera plus affichée.");
    }

    public void renew() {
        var secret = secrets.opened(page.getId());
        show(
                credentials.renew(currentCaller.get(), page.id(), seen, overlapDays, secret),
                "La clé secrète est régénérée. Copiez-la maintenant : elle ne sera plus affichée.");
    }

    private void show(ShownCredentials made, String text) {
        secrets.showNext(made.clientId(), made.clientSecret());
        page.done(text);
    }

    public void ask() {
        page.done(AskedSecret.text(requests.ask(currentCaller.get(), page.id())));
    }

    public void revoke() {
        credentials.revoke(currentCaller.get(), page.id());
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
