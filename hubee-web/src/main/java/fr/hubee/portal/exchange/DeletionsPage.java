package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.DeletionCertificate;
import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.SignedDeletion;
import fr.hubee.portal.field.PersonPage;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** The deletions of the nights' purges, by démarche. */
@Model
public class DeletionsPage extends PersonPage {
    @Inject
    DeletionCertificateService certificates;

    private List<SignedDeletion> all;
    private ReceiptNames names;

    public void opened() throws IOException {
        all = certificates.list(caller());
        names = certificates.names(caller(), all);
    }

    /** Returns the certificates, the newest first. */
    public List<SignedDeletion> getAll() {
        return all;
    }

    public String process(DeletionCertificate certificate) {
        return names.of(certificate.process());
    }

    /** Returns the counts of the organisation that looks; empty for an operator, and when there is nothing. */
    public String ownCounts(DeletionCertificate certificate) {
        return DeletionWords.ownCounts(certificate);
    }

    public String counts(DeletionCertificate certificate) {
        return DeletionWords.counts(certificate);
    }
}
