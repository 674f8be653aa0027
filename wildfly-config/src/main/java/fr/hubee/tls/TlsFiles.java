package fr.hubee.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The paths of the PEM files.
 *
 * @param identity empty for the server's own self-signed certificate
 * @param authorities of the callers' certificates; empty when callers may use self-signed certificates
 */
record TlsFiles(Optional<IdentityFiles> identity, Optional<Path> authorities) {

    static TlsFiles read(Function<String, String> settings) {
        var certificate = path(settings, "HUBEE_TLS_CERTIFICATE");
        var key = path(settings, "HUBEE_TLS_KEY");
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalStateException("HUBEE_TLS_CERTIFICATE and HUBEE_TLS_KEY go together");
        }
        return new TlsFiles(
                certificate.map(file -> new IdentityFiles(file, key.orElseThrow())),
                path(settings, "HUBEE_TLS_CLIENT_AUTHORITIES"));
    }

    private static Optional<Path> path(Function<String, String> settings, String name) {
        return Optional.ofNullable(settings.apply(name))
                .map(String::strip)
                .filter(Predicate.not(String::isEmpty))
                .map(Path::of);
    }

    /** Fails early if the files are invalid. */
    void check() throws IOException, GeneralSecurityException {
        if (identity.isPresent()) {
            identity.get().read();
        }
        if (authorities.isPresent()) {
            Pem.certificates(authorities.get());
        }
    }
}
