package fr.hubee.portal.directory;

import fr.hubee.clients.bench.CertificationService;
import fr.hubee.directory.subscription.CertifiedSoftware;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareCertificateService;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.omnifaces.cdi.Param;

/** The public list of certified software, and the page of one certificate, which anybody may check and the national administrator revokes. */
@Model
public class CertificatePage extends PersonPage {
    static final String PATH = "/verifier-certificat";

    @Inject
    SoftwareCertificateService certificates;

    @Inject
    CertificationService certification;

    @Inject
    PublicAddress address;

    @Inject
    Clock clock;

    @Inject
    @Param(name = "id")
    String id;

    @Inject
    @Param(name = "certificat")
    String jws;

    private final Once<List<CertifiedSoftware>> all = new Once<>(() -> certificates.list());
    private final Once<SoftwareCertificate> shown = new Once<>(this::find);

    private SoftwareCertificate find() {
        return id == null ? certification.check(jws).orElse(null) : certificates.read(QueryParameter.id(id));
    }

    public List<CertifiedSoftware> getAll() {
        return all.get();
    }

    /** Whether the address names a certificate, or has one. */
    public boolean isAsked() {
        return id != null || jws != null;
    }

    /** Returns null for what no trusted hub has signed. */
    public SoftwareCertificate getShown() {
        return shown.get();
    }

    /** Returns the registered name of the organisation that is certified; null where this hub does not know it. */
    public String getOrganizationName() {
        return getAll().stream()
                .filter(each -> each.certificate().id().equals(getShown().id()))
                .findFirst()
                .map(CertifiedSoftware::organizationName)
                .orElse(null);
    }

    /** Returns how the certificate stands: VALID, ENDED or REVOKED. */
    public String state(SoftwareCertificate certificate) {
        if (certificate.revokedAt() != null) {
            return "REVOKED";
        }
        return certificate.isValid(clock.instant()) ? "VALID" : "ENDED";
    }

    /** Returns the lines that show the badge on a page of the editor. */
    public String getEmbedding() {
        var page = address.uri() + PATH + "?id=" + getShown().id();
        var badge = address.uri() + "/certificats/" + getShown().id() + ".svg";
        return "<a href=\"" + page + "\"><img src=\"" + badge + "\" alt=\"Logiciel certifié HubEE\"></a>";
    }

    public void revoke() {
        certificates.revoke(caller(), QueryParameter.id(id), typed("reason"));
        PageMessages.success("Le certificat est révoqué. La liste publique le dit.", PATH + "?id=" + id);
    }
}
