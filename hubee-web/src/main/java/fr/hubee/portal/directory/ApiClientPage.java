package fr.hubee.portal.directory;

import fr.hubee.clients.client.ApiClientService;
import fr.hubee.clients.client.ApiClientService.KnownApiClient;
import fr.hubee.clients.client.ApiClientService.RefusedSecret;
import fr.hubee.clients.client.Scope;
import fr.hubee.desk.casework.SecretRequestService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.Pages;
import fr.hubee.portal.page.PartialForm;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnifaces.cdi.Param;

/**
 * One client: its reach, its last use, a new secret, its revocation. The people of its own service see less of it, on a page where a mail
 * leads them: there they make its secret, and see it once.
 */
@Named
@RequestScoped
public class ApiClientPage extends PersonPage {
    @Inject
    ApiClientService clients;

    @Inject
    SecretRequestService requests;

    @Inject
    SecretCarrier secrets;

    @Inject
    @Param(name = "identifiant")
    String id;

    private Integer overlapDays = SecretCarrier.USUAL_OVERLAP_DAYS;
    private Integer callsPerSecond;
    private KnownApiClient known;
    private String secret;

    /** Redirects the platform's administrator, before rendering, from the page of the service to her own. */
    public void leadAdministrator() {
        if (isNational()) {
            Pages.goTo(at(id));
        }
    }

    static String at(String clientId) {
        return "/client-api" + parameter(clientId);
    }

    private static String parameter(String clientId) {
        return "?identifiant=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
    }

    /** Returns the message to the person who asked for a secret. */
    static String asked(int people) {
        return "La demande est partie par courriel à " + (people == 1 ? "une personne" : people + " personnes")
                + " de l’organisation ou de son éditeur. La clé n’est faite et vue que chez eux.";
    }

    @PostConstruct
    void open() {
        known = clients.read(caller(), id == null ? "" : id);
        secret = secrets.take(id).orElse(null);
        callsPerSecond = known.client().callsPerSecond();
    }

    public KnownApiClient getKnown() {
        return known;
    }

    public List<RefusedSecret> getRefusedSecrets() {
        return clients.refusedSecrets(caller(), id);
    }

    /** Returns the secret, once after its creation; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public void renew() {
        var made = clients.renew(caller(), id, PartialForm.requireSent(overlapDays, "overlap"), secrets.opened(id));
        secrets.showNext(id, made.clientSecret());
        Pages.goTo(isNational() ? at(id) : "/cle-secrete" + parameter(id));
    }

    public void ask() {
        PageMessages.success(asked(requests.ask(caller(), id)), at(id));
    }

    /** Whether only the people of its organisation make its secret. */
    public boolean isOfTown() {
        return known.client().scope() == Scope.SI;
    }

    public void limit() {
        clients.limit(caller(), id, callsPerSecond);
        PageMessages.success("Le plafond d’appels est enregistré.", at(id));
    }

    public void revoke() {
        clients.revoke(caller(), id);
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
