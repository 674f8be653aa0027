package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.ReceiptService;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.portal.field.FrenchDates;
import fr.hubee.portal.page.QueryParameter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Sends a receipt of a télédossier ({@code td}, {@code ligne}), as its signature or, with {@code forme=pdf}, on paper. */
@WebServlet("/fichiers/recepisse")
public class ReceiptServlet extends SignedFileServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient ReceiptService receipts;

    @Inject
    transient PublicAddress address;

    @Inject
    transient FrenchDates dates;

    @Override
    Sent find(HttpServletRequest request) throws IOException {
        var caller = currentCaller.get();
        var theCase = QueryParameter.id(request.getParameter("td"));
        var entry = QueryParameter.id(request.getParameter("ligne"));
        var signed = receipts.ofCase(caller, theCase).all().stream()
                .filter(each -> each.receipt().entry().equals(entry))
                .filter(SignedReceipt::isReady)
                .findFirst()
                .orElseThrow(() -> NotFound.of("Receipt"));
        return signed(ReceiptPapers.fileName(signed), signed.jws().orElseThrow(), () -> paper(signed), request);
    }

    private Paper paper(SignedReceipt signed) {
        var names = receipts.names(currentCaller.get(), List.of(signed));
        return ReceiptPapers.of(signed, names, address, dates);
    }

    /** Makes the paper of a receipt. */
    static final class ReceiptPapers {
        private ReceiptPapers() {}

        static Paper of(SignedReceipt signed, ReceiptNames names, PublicAddress address, FrenchDates dates) {
            var jws = signed.jws().orElseThrow();
            var verified = ReceiptVerifier.verify(jws, ReceiptVerifier.keysIn(jws)::get);
            var words = new ReceiptWords(names, dates);
            return new Paper(
                    ReceiptWords.title(signed.receipt()),
                    words.sentence(signed.receipt()),
                    words.all(verified),
                    address.uri() + SignedReceipt.PAGE + signed.link().orElseThrow(),
                    Paper.howToVerify(address),
                    fileName(signed) + ".jws",
                    jws,
                    signed.receipt().at());
        }

        /** Returns the name of the file, without its ending. */
        static String fileName(SignedReceipt signed) {
            return "recepisse-" + signed.receipt().kind().name().toLowerCase(Locale.ROOT) + "-"
                    + signed.receipt().entry();
        }
    }
}
