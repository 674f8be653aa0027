package fr.hubee.portal.client;

import fr.hubee.portal.message.PageMessages;
import fr.hubee.token.client.ApiClientService;
import fr.hubee.token.client.KnownApiClient;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** One client: its reach, its last use, a new secret, its revocation. */
@Named
@ViewScoped
public class ApiClientPage implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ApiClientService clients;

    @Inject
    MadeClients made;

    @Inject
    CurrentCaller currentCaller;

    private String id;
    private Integer overlapDays = 0;
    private Integer callsPerSecond;
    private transient KnownApiClient known;
    private transient String secret;

    static String at(String clientId) {
        return "/client-api?faces-redirect=true&identifiant=" + URLEncoder.encode(clientId, StandardCharsets.UTF_8);
    }

    public void opened() {
        secret = made.take(id);
        callsPerSecond = getKnown().client().callsPerSecond();
    }

    public KnownApiClient getKnown() {
        if (known == null) {
            known = clients.read(currentCaller.get(), id == null ? "" : id);
        }
        return known;
    }

    /** Shown once after its creation; null otherwise. */
    public String getSecret() {
        return secret;
    }

    public boolean isRevoked() {
        return getKnown().client().revokedAt() != null;
    }

    public String renew() {
        made.renewed(id, () -> clients.renew(currentCaller.get(), id, overlapDays));
        return at(id);
    }

    public String limit() {
        clients.limit(currentCaller.get(), id, callsPerSecond);
        PageMessages.success("Le plafond d’appels est enregistré.");
        return at(id);
    }

    public String revoke() {
        clients.revoke(currentCaller.get(), id);
        PageMessages.success("Ces identifiants sont révoqués : plus aucun logiciel n’entre avec eux.");
        return at(id);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
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
