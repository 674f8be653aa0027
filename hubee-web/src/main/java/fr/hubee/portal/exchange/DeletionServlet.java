package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.DeletionCertificateService;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.receipt.SignedDeletion;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends a certificate of deletion as its signature, on paper ({@code forme=pdf}), or as the destroyed keys ({@code forme=cles}). */
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
    Sent find(HttpServletRequest request) throws IOException {
        var caller = currentCaller.get();
        var id = QueryParameter.id(request.getParameter("id"));
        if ("cles".equals(request.getParameter("forme"))) {
            var keys = certificates.keys(caller, id);
            return new Sent("cles-detruites-" + id + ".txt", "text/plain", keys.getBytes(StandardCharsets.US_ASCII));
        }
        var signed = certificates.read(caller, id);
        var jws = signed.jws().orElseThrow(() -> NotFound.of("Certificate"));
        return signed("attestation-" + id, jws, () -> paper(signed, jws), request);
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
