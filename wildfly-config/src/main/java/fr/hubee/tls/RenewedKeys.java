package fr.hubee.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;

/**
 * Presents the certificate that is in the files at each handshake: replacing them needs no restart. While the files are
 * inconsistent (one replaced, the other not yet), the former certificate stays in use.
 */
final class RenewedKeys extends X509ExtendedKeyManager {
    private static final System.Logger LOG = System.getLogger(RenewedKeys.class.getName());

    private final IdentityFiles files;
    private IdentityFiles.Stamp seen;
    private int renewals;
    private Named current = new Named("", null);

    /** Running handshakes still need its key. */
    private Named former = current;

    /** @param alias unique for each certificate */
    private record Named(String alias, Identity identity) {}

    RenewedKeys(IdentityFiles files) {
        this.files = files;
    }

    private synchronized Named renewed() {
        try {
            var stamp = files.stamp();
            if (!stamp.equals(seen)) {
                seen = stamp;
                var read = files.read();
                former = current;
                current = new Named("hubee-" + ++renewals, read);
                LOG.log(System.Logger.Level.INFO, "The certificate of {0} is shown from now on", files.certificate());
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException invalid) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "HUBEE-TLS-NOT-RENEWED {0}: {1}",
                    files.certificate(),
                    invalid.getMessage());
        }
        return current;
    }

    private synchronized Optional<Identity> named(String alias) {
        return Stream.of(current, former)
                .filter(known -> known.alias().equals(alias))
                .map(Named::identity)
                .findFirst();
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        var now = renewed();
        boolean fits =
                now.identity() != null && now.identity().key().getAlgorithm().equals(keyType);
        return fits ? now.alias() : null;
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return named(alias).map(Identity::chainAsArray).orElse(null);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return named(alias).map(Identity::key).orElse(null);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        var alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return null; // the hub does not use it as a client
    }

    @Override
    public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
