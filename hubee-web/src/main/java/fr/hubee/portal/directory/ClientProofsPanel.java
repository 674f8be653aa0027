package fr.hubee.portal.directory;

import fr.hubee.clients.token.ClientProofService;
import fr.hubee.clients.token.ClientProofs;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The keys and certificates of a client, on its page and on that of its subscription. */
@Named
@RequestScoped
public class ClientProofsPanel extends PersonPage {
    @Inject
    ClientProofService proofs;

    private String clientId;
    private boolean secretsRefused;
    private boolean certificateRequired;
    private ClientProofs known;

    /** Opens the panel, in each phase before its fields are read; there is none without credentials. */
    public boolean opened(String wanted) {
        if (known == null && wanted != null && !wanted.isEmpty()) { // the page converts null to ""
            clientId = wanted;
            known = proofs.read(caller(), wanted);
            secretsRefused = known.secretsRefused();
            certificateRequired = known.certificateRequired();
        }
        return known != null;
    }

    public ClientProofs getKnown() {
        return known;
    }

    public void addKeys() {
        proofs.addKeys(caller(), clientId, typed("jwks"));
        done("Les clés publiques sont enregistrées.");
    }

    public void removeKey(String id) {
        proofs.removeKey(caller(), clientId, QueryParameter.id(id));
        done("La clé est retirée : dans les cinq secondes, plus aucun jeton obtenu avec elle ne sert.");
    }

    public void addCertificate() {
        proofs.addCertificate(caller(), clientId, typed("certificate"));
        done("Le certificat est enregistré.");
    }

    public void removeCertificate(String id) {
        proofs.removeCertificate(caller(), clientId, QueryParameter.id(id));
        done("Le certificat est retiré : dans les cinq secondes, plus aucun jeton lié à lui ne sert.");
    }

    public void require() {
        proofs.require(caller(), clientId, secretsRefused, certificateRequired);
        done("Ce que le logiciel doit prouver est enregistré.");
    }

    /** Redirects to the same page, with its parameters. */
    private void done(String text) {
        PageMessages.success(text, request().getServletPath() + "?" + request().getQueryString());
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
