package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ApiClientService.KnownApiClient;
import fr.hubee.clients.client.Scope;
import fr.hubee.desk.casework.SecretRequestService;
import fr.hubee.portal.page.PageMessages;
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

/** One client: its reach, its last use, a new secret, its revocation. */
@Named
@RequestScoped
public class ApiClientPage {
    @Inject
    ApiClientService clients;

    @Inject
    SecretRequestService requests;

    @Inject
    SecretCarrier secrets;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "identifiant")
    String id;

    private Integer overlapDays = SecretCarrier.USUAL_OVERLAP_DAYS;
    private Integer callsPerSecond;
    private KnownApiClient known;
    private String secret;

    static String at(String clientId) {
        return "/client-api?identifiant=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
    }

    @PostConstruct
    void open() {
        known = clients.read(currentCaller.get(), id == null ? "" : id);
        secret = secrets.take(id).orElse(null);
        callsPerSecond = known.client().callsPerSecond();
    }

    public KnownApiClient getKnown() {
        return known;
    }

    /** Returns the secret, once after its creation; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public void renew() {
        var made = clients.renew(
                currentCaller.get(), id, PartialForm.requireSent(overlapDays, "overlap"), secrets.opened(id));
        secrets.showNext(id, made.clientSecret());
        Pages.goTo(at(id));
    }

    public void ask() {
        int asked = requests.ask(currentCaller.get(), id);
        PageMessages.success(AskedSecret.text(asked), at(id));
    }

    /** Whether only the people of its organisation make its secret. */
    public boolean isOfTown() {
        return known.client().scope() == Scope.SI;
    }

    public void limit() {
        clients.limit(currentCaller.get(), id, callsPerSecond);
        PageMessages.success("Le plafond d’appels est enregistré.", at(id));
    }

    public void revoke() {
        clients.revoke(currentCaller.get(), id);
        PageMessages.success("Ces identifiants sont révoqués : plus aucun logiciel n’entre avec eux.", at(id));
    }

    public String getId() {
        return id;
    }

    /** Returns the secret that a renewal sets, encrypted. */
    public String getSealed() {
        return secrets.sealed(id);
    }

    public Integer getCallsPerSecond() {
        return callsPerSecond;
    }

    public void setCallsPerSecond(Integer callsPerSecond) {
        this.callsPerSecond = callsPerSecond;
    }

    public Integer getOverlapDays() {
        return overlapDays;
    }

    public void setOverlapDays(Integer overlapDays) {
        this.overlapDays = overlapDays;
    }
}
