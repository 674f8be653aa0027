package fr.hubee.portal.exchange;

import fr.hubee.kernel.settings.PublicAddress;
import java.time.Instant;
import java.util.List;

/**
 * The content of the single page of a signed document; public for the pages.
 *
 * @param facts in their order
 * @param address of the public page that verifies it, for the QR code
 * @param fileName of the signature that is attached
 * @param made the date of the document, which stays the same when it is made again
 */
public record Paper(
        String title,
        String intro,
        List<Fact> facts,
        String address,
        String howToVerify,
        String fileName,
        String jws,
        Instant made) {

    static String howToVerify(PublicAddress address) {
        return "Scannez ce code : la page publique qui s’ouvre dit si HubEE a signé ce document, sans compte et sans rien"
                + " montrer d’une personne. Ou donnez ce fichier à la page " + address.uri()
                + "/recepisse. Sans réseau, la commande « hubee verify-receipt » vérifie ce fichier, même des"
                + " années plus tard : la signature y est jointe.";
    }

    /** @param values one, or several below each other */
    public record Fact(String name, List<String> values) {
        static Fact of(String name, String value) {
            return new Fact(name, List.of(value));
        }
    }
}
