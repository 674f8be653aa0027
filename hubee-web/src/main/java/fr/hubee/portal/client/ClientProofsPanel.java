package fr.hubee.portal.client;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.message.PageMessages;
import fr.hubee.token.proof.ClientProofService;
import fr.hubee.token.proof.ClientProofs;
import fr.hubee.websecurity.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.omnifaces.cdi.Param;

/** The keys and certificates of a client, on its page and on that of its subscription. */
@Named
@RequestScoped
public class ClientProofsPanel {
    @Inject
    ClientProofService proofs;

    @Inject
    CurrentCaller currentCaller;

    @Inject
    @Param(name = "removed-key")
    String removedKey;

    @Inject
    @Param(name = "removed-certificate")
    String removedCertificate;

    @Inject
    HttpServletRequest request;

    private String clientId;
    private String jwks;
    private String certificate;
    private boolean secretsRefused;
    private boolean certificateRequired;
    private ClientProofs known;

    /**
     * Opens the panel, in each phase before its fields are read; returns whether there is one.
     *
     * @param wanted null when there are no credentials
     */
    public boolean opened(String wanted) {
        if (known == null && wanted != null && !wanted.isEmpty()) { // the page converts null to ""
            clientId = wanted;
            known = proofs.read(currentCaller.get(), wanted);
            secretsRefused = known.secretsRefused();
            certificateRequired = known.certificateRequired();
        }
        return known != null;
    }

    public ClientProofs getKnown() {
        return known;
    }

    public void addKeys() throws IOException {
        proofs.addKeys(currentCaller.get(), clientId, jwks);
        done("Les clés publiques sont enregistrées.");
    }

    public void removeKey() throws IOException {
        proofs.removeKey(currentCaller.get(), clientId, QueryParameter.id(removedKey));
        done("La clé est retirée : dans les cinq secondes, plus aucun jeton obtenu avec elle ne sert.");
    }

    public void addCertificate() throws IOException {
        proofs.addCertificate(currentCaller.get(), clientId, certificate);
        done("Le certificat est enregistré.");
    }

    public void removeCertificate() throws IOException {
        proofs.removeCertificate(currentCaller.get(), clientId, QueryParameter.id(removedCertificate));
        done("Le certificat est retiré : dans les cinq secondes, plus aucun jeton lié à lui ne sert.");
    }

    public void require() throws IOException {
        proofs.require(currentCaller.get(), clientId, secretsRefused, certificateRequired);
        done("Ce que le logiciel doit prouver est enregistré.");
    }

    /** Returns to the same page, with its parameters. */
    private void done(String text) throws IOException {
        PageMessages.success(text);
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getServletPath() + "?" + request.getQueryString());
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
