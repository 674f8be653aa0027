package fr.hubee.clients.token;

import fr.hubee.kernel.security.Caller;
import java.util.function.Supplier;

/**
 * The holder of a token, with its limits.
 *
 * @param callsPerSecond maximum number of calls per second
 * @param certificate thumbprint of the certificate that the token is bound to; null when it is not bound
 */
public record TokenHolder(Caller caller, int callsPerSecond, String certificate) {

    /** @param presented supplies the thumbprint of the presented certificate, or null; called only if needed */
    boolean comesWith(Supplier<String> presented) {
        return certificate == null || certificate.equals(presented.get());
    }
}
