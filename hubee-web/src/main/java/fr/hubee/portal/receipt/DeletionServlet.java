package fr.hubee.portal.receipt;

import fr.hubee.portal.address.QueryParameter;
import fr.hubee.portal.format.FrenchDates;
import fr.hubee.receipt.DeletionCertificateService;
import fr.hubee.receipt.ReceiptVerifier;
import fr.hubee.receipt.SignedDeletion;
import fr.hubee.receipt.SignedReceipt;
import fr.hubee.shared.NotFound;
import fr.hubee.shared.settings.PublicAddress;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;

/** A certificate of deletion, as its signature or, with {@code forme=pdf}, on paper. */
@WebServlet("/fichiers/attestation")
public class DeletionServlet extends SignedFileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient DeletionCertificateService certificates;

    @Inject
    transient PublicAddress address;

    @Inject
    transient FrenchDates dates;

    @Override
    Signed find(HttpServletRequest request) throws IOException {
        var caller = currentCaller.get();
        var signed = certificates.read(caller, QueryParameter.id(request.getParameter("id")));
        var jws = signed.jws().orElseThrow(() -> NotFound.of("Certificate"));
        return new Signed("attestation-" + signed.certificate().id(), jws, () -> paper(signed, jws));
    }

    private Paper paper(SignedDeletion signed, String jws) {
        var words = new DeletionWords(certificates.names(currentCaller.get(), List.of(signed)), dates);
        var verified = ReceiptVerifier.verifyDeletion(jws, ReceiptVerifier.keysIn(jws)::get);
        return new Paper(
                DeletionWords.TITLE,
                words.sentence(signed.certificate()),
                words.facts(verified),
                address.uri() + SignedReceipt.PAGE + signed.link().orElseThrow(),
                Paper.howToVerify(address),
                "attestation-" + signed.certificate().id() + ".jws",
                jws,
                signed.certificate().to());
    }
}
