package fr.hubee.portal.receipt;

import fr.hubee.portal.format.FrenchDates;
import fr.hubee.receipt.ReceiptNames;
import fr.hubee.receipt.ReceiptVerifier;
import fr.hubee.receipt.SignedReceipt;
import fr.hubee.shared.settings.PublicAddress;
import java.util.Locale;

/** Puts a receipt on paper. */
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
                "Scannez ce code : la page publique qui s’ouvre dit si HubEE a fait ce récépissé, sans compte et sans rien"
                        + " montrer de la personne concernée. Ou donnez ce fichier à la page " + address.uri()
                        + "/recepisse. Sans réseau, la commande « hubee verify-receipt » vérifie ce fichier, même des"
                        + " années plus tard : la signature y est jointe.",
                fileName(signed) + ".jws",
                jws,
                signed.receipt().at());
    }

    /** Without its ending. */
    static String fileName(SignedReceipt signed) {
        return "recepisse-" + signed.receipt().kind().name().toLowerCase(Locale.ROOT) + "-"
                + signed.receipt().entry();
    }
}
