package fr.hubee.desk.watch;

import java.time.Instant;
import java.util.UUID;

/**
 * A former secret or a certificate of credentials that ends soon, or a certificate that has ended.
 *
 * @param subscription of the credentials; null for those of the platform's administration
 * @param ended whether it has ended
 * @param processCode of the subscription; null without one
 */
public record EndingProof(
        Kind kind,
        String clientId,
        UUID subscription,
        String serviceName,
        String processCode,
        Instant endsAt,
        boolean ended) {

    /** The kind of credential that ends. */
    public enum Kind {
        SECRET("Ancienne clé secrète"),
        CERTIFICATE("Certificat");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Returns the text on screen. */
        public String label() {
            return label;
        }
    }
}
