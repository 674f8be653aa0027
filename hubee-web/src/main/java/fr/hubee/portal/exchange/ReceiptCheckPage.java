package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.ReceiptCheckService;
import fr.hubee.exchange.receipt.ReceiptCheckService.ReceiptCheck;
import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.portal.exchange.Paper.Fact;
import fr.hubee.portal.field.FrenchDates;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.inject.Model;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.omnifaces.util.Faces;

/** The public page that verifies whether a receipt is authentic. */
@Model
public class ReceiptCheckPage {
    /** The request attribute for the result of {@link ReceiptCheckServlet}. */
    static final String CHECK = "fr.hubee.portal.exchange";

    /** The request attribute for whether a number is that of the receipt. */
    static final String SAME_NUMBER = "fr.hubee.portal.exchange.number";

    /** The parameter, and the request attribute, for a signature that was pasted or found in a file. */
    static final String SIGNATURE = "signature";

    /** The check found no signature of a receipt. */
    static final String NOTHING_SIGNED = "nothing";

    private static final int TOO_MANY_REQUESTS = 429;

    @Inject
    ReceiptCheckService receipts;

    @Inject
    HttpServletRequest request;

    @Inject
    FrenchDates dates;

    private ReceiptCheck check;

    @PostConstruct
    void ask() {
        try {
            if (request.getAttribute(CHECK) instanceof ReceiptCheck found) {
                check = found;
            } else if (getLink() != null) {
                check = receipts.checkLink(request.getRemoteAddr(), getLink());
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        if (check != null && check.verdict() == ReceiptCheck.Verdict.TOO_MANY) {
            Faces.setResponseStatus(TOO_MANY_REQUESTS);
            Faces.getResponse().setHeader("Retry-After", String.valueOf(getSeconds()));
        }
    }

    /** Returns the link of the QR code; null without one. */
    public String getLink() {
        var link = request.getParameter("r");
        return link == null || link.isEmpty() ? null : link;
    }

    /** Returns the signature that was found, for a comparison with its number; null without one. */
    public String getSignature() {
        var found = request.getAttribute(SIGNATURE);
        return found == null ? request.getParameter(SIGNATURE) : found.toString();
    }

    /** Returns null when nothing was submitted. */
    public String getVerdict() {
        if (request.getAttribute(CHECK) == NOTHING_SIGNED) {
            return "NOTHING";
        }
        return check == null ? null : check.verdict().name();
    }

    /** Whether it is a certificate of deletion. */
    public boolean isDeletion() {
        return check.deletion().isPresent();
    }

    public long getSeconds() {
        return Math.max(1, check.pause().plusMillis(999).toSeconds());
    }

    /** Returns the title of an authentic receipt or certificate. */
    public String getTitle() {
        return check.verified()
                .map(verified -> ReceiptWords.title(verified.receipt()))
                .orElse(DeletionWords.TITLE);
    }

    public String getSentence() {
        return check.verified()
                .map(verified -> new ReceiptWords(names(), dates).sentence(verified.receipt()))
                .orElseGet(() -> new DeletionWords(names(), dates)
                        .sentence(check.deletion().orElseThrow().certificate()));
    }

    public List<Fact> getFacts() {
        return check.verified()
                .map(verified -> new ReceiptWords(names(), dates).open(verified))
                .orElseGet(() ->
                        new DeletionWords(names(), dates).facts(check.deletion().orElseThrow()));
    }

    private ReceiptNames names() {
        return check.names().orElseThrow();
    }

    /** Returns null when no number was given. */
    public Boolean getSameNumber() {
        return (Boolean) request.getAttribute(SAME_NUMBER);
    }

    /** Whether there is a number on the paper to compare with. */
    public boolean isNumbered() {
        return check.verified().map(verified -> verified.receipt().number()).isPresent();
    }
}
