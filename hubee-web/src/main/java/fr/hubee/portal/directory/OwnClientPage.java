package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ApiClientService.KnownApiClient;
import fr.hubee.kernel.security.Roles;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.PartialForm;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.omnifaces.cdi.Param;

/**
 * A client without a subscription that belongs to the person's own service: a mail leads here, where she makes its secret and sees it once.
 */
@Named
@RequestScoped
public class OwnClientPage {
    @Inject
    ApiClientService clients;

    @Inject
    SecretCarrier secrets;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "identifiant")
    String id;

    private Integer overlapDays = SecretCarrier.USUAL_OVERLAP_DAYS;
    private KnownApiClient known;
    private String secret;

    @PostConstruct
    void open() {
        known = clients.read(currentCaller.get(), id == null ? "" : id);
        secret = secrets.take(id).orElse(null);
    }

    /** Redirects the platform's administrator, before rendering, to a page of her own. */
    public void opened() {
        if (currentCaller.get().is(Roles.ADMIN)) {
            Pages.goTo(ApiClientPage.at(id));
        }
    }

    public void renew() {
        var made = clients.renew(
                currentCaller.get(), id, PartialForm.requireSent(overlapDays, "overlap"), secrets.opened(id));
        secrets.showNext(id, made.clientSecret());
        Pages.goTo("/cle-secrete?identifiant=" + URLEncoder.encode(id, StandardCharsets.UTF_8));
    }

    public KnownApiClient getKnown() {
        return known;
    }

    /** Returns null, except once after a renewal. */
    public String getSecret() {
        return secret;
    }

    public String getId() {
        return id;
    }

    /** Returns the secret that a renewal sets, encrypted. */
    public String getSealed() {
        return secrets.sealed(id);
    }

    public Integer getOverlapDays() {
        return overlapDays;
    }

    public void setOverlapDays(Integer overlapDays) {
        this.overlapDays = overlapDays;
    }
}
