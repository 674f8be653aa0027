package fr.hubee.portal.exchange;

import fr.hubee.exchange.receipt.ReceiptNames;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.receipt.SignedReceipt;
import fr.hubee.kernel.settings.PublicAddress;
import fr.hubee.portal.field.FrenchDates;
import java.util.Locale;

/** Makes the paper of a receipt. */
final class ReceiptPapers {
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
