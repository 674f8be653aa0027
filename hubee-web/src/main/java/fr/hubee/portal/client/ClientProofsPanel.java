package fr.hubee.portal.client;

import fr.hubee.portal.message.PageMessages;
import fr.hubee.token.proof.ClientProofService;
import fr.hubee.token.proof.ClientProofs;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The keys and certificates of a client, on its page and on that of its subscription. */
@Named
@ViewScoped
public class ClientProofsPanel implements Serializable {
    private static final long serialVersionUID = 1L;

    @Inject
    ClientProofService proofs;

    @Inject
    CurrentCaller currentCaller;

    private String clientId;
    private String jwks;
    private String certificate;
    private boolean secretsRefused;
    private boolean certificateRequired;
    private transient ClientProofs known;

    /** @param wanted null when there are no credentials */
    public void opened(String wanted) {
        clientId = wanted;
        if (isThere()) {
            secretsRefused = getKnown().secretsRefused();
            certificateRequired = getKnown().certificateRequired();
        }
    }

    public boolean isThere() {
        return clientId != null && !clientId.isEmpty(); // the page converts null to ""
    }

    public ClientProofs getKnown() {
        if (known == null && isThere()) {
            known = proofs.read(currentCaller.get(), clientId);
        }
        return known;
    }

    public String addKeys() {
        proofs.addKeys(currentCaller.get(), clientId, jwks);
        return done("Les clés publiques sont enregistrées.");
    }

    public String removeKey(UUID id) {
        proofs.removeKey(currentCaller.get(), clientId, id);
        return done("La clé est retirée : dans les cinq secondes, plus aucun jeton obtenu avec elle ne sert.");
    }

    public String addCertificate() {
        proofs.addCertificate(currentCaller.get(), clientId, certificate);
        return done("Le certificat est enregistré.");
    }

    public String removeCertificate(UUID id) {
        proofs.removeCertificate(currentCaller.get(), clientId, id);
        return done("Le certificat est retiré : dans les cinq secondes, plus aucun jeton lié à lui ne sert.");
    }

    public String require() {
        proofs.require(currentCaller.get(), clientId, secretsRefused, certificateRequired);
        return done("Ce que le logiciel doit prouver est enregistré.");
    }

    /** The same page with its parameters. */
    private static String done(String text) {
        PageMessages.success(text);
        var page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return page + "?faces-redirect=true&includeViewParams=true";
    }

    public String getJwks() {
        return jwks;
    }

    public void setJwks(String jwks) {
        this.jwks = jwks;
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = certificate;
    }

    public boolean isSecretsRefused() {
        return secretsRefused;
    }

    public void setSecretsRefused(boolean secretsRefused) {
        this.secretsRefused = secretsRefused;
    }

    public boolean isCertificateRequired() {
        return certificateRequired;
    }

    public void setCertificateRequired(boolean certificateRequired) {
        this.certificateRequired = certificateRequired;
    }
}
