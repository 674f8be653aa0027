package fr.hubee.portal.directory;

import fr.hubee.clients.bench.Certifiable;
import fr.hubee.clients.bench.CertificationService;
import fr.hubee.directory.subscription.SoftwareCertificate;
import fr.hubee.directory.subscription.SoftwareProfile;
import fr.hubee.directory.subscription.SubscriptionLine;
import fr.hubee.directory.subscription.SubscriptionOverviewService;
import fr.hubee.portal.field.PersonPage;
import fr.hubee.portal.page.PageMessages;
import fr.hubee.portal.page.QueryParameter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The certificates of an organisation's software: what is missing for one, its request, and those that other hubs have signed. */
@Named
@RequestScoped
public class OwnCertificatesPage extends PersonPage {
    @Inject
    CertificationService certification;

    @Inject
    SubscriptionOverviewService subscriptions;

    private final Once<List<SoftwareCertificate>> all = new Once<>(() -> certification.list(caller()));
    private final Once<List<SubscriptionLine>> uncertified = new Once<>(() -> subscriptions.uncertified(caller()));
    private final Once<List<Certifiable>> progress = new Once<>(() -> certification.progress(caller()));

    public List<SoftwareCertificate> getAll() {
        return all.get();
    }

    /** Returns the subscriptions that lack a certificate. */
    public List<SubscriptionLine> getUncertified() {
        return uncertified.get();
    }

    /** Returns how far the software is; nothing on a hub without a bench. */
    public List<Certifiable> getProgress() {
        return progress.get();
    }

    public void issue(String profile) {
        var made = certification.issue(caller(), QueryParameter.one(SoftwareProfile.class, profile), null);
        PageMessages.success("Le certificat est délivré, pour un an.", CertificatePage.PATH + "?id=" + made.id());
    }

    public void bring() {
        var brought = certification.bring(caller(), typed("certificate"));
        PageMessages.success("Le certificat est déposé.", CertificatePage.PATH + "?id=" + brought.id());
    }
}
