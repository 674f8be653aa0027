package fr.hubee.token;

import fr.hubee.security.Caller;
import java.util.function.Supplier;

/**
 * Who holds a token, and what goes with it.
 *
 * @param callsPerSecond no more are answered
 * @param certificate the thumbprint of the one that it is bound to; null when it serves whoever has it
 */
public record TokenHolder(Caller caller, int callsPerSecond, String certificate) {

    /** @param presented the thumbprint of the certificate that came with the call, or null; asked for only where it matters */
    boolean comesWith(Supplier<String> presented) {
        return certificate == null || certificate.equals(presented.get());
    }
}
