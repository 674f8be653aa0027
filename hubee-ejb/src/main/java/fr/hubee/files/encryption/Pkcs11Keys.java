package fr.hubee.files.encryption;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.SecretKey;

/** The AES keys of a PKCS#11 token, each named after its label: the token itself encrypts with them. */
final class Pkcs11Keys implements MasterKeys {
    private final List<MasterKey> keys;
    private final MasterKey current;

    private Pkcs11Keys(List<MasterKey> keys, String label) {
        this.keys = List.copyOf(keys);
        this.current = MasterKey.named(name(label), keys)
                .orElseThrow(() -> new IllegalStateException(
                        "The token of HUBEE_PKCS11 has no AES key " + label + ", only " + keys));
    }

    /** @throws IllegalStateException with the problem of the token, or of the settings */
    static Pkcs11Keys open(Pkcs11Settings settings) {
        var configuration = settings.configuration().orElseThrow();
        try {
            var provider = Security.getProvider("SunPKCS11").configure(configuration.toString());
            var token = KeyStore.getInstance("PKCS11", provider);
            token.load(null, settings.pin().toCharArray());
            return new Pkcs11Keys(keys(token, provider), settings.label());
        } catch (GeneralSecurityException | IOException | RuntimeException closed) {
            throw new IllegalStateException("The token of HUBEE_PKCS11 does not open: " + closed.getMessage(), closed);
        }
    }

    private static List<MasterKey> keys(KeyStore token, Provider provider) throws GeneralSecurityException {
        var found = new ArrayList<MasterKey>();
        for (var label : Collections.list(token.aliases())) {
            if (token.getKey(label, null) instanceof SecretKey key
                    && key.getAlgorithm().equals("AES")) {
                found.add(new MasterKey(name(label), new TokenAead(provider, key)));
            }
        }
        return found;
    }

    /** Returns a name that no key of a key set has. */
    private static String name(String label) {
        return "pkcs11:" + label;
    }

    @Override
    public MasterKey current() {
        return current;
    }

    @Override
    public List<MasterKey> all() {
        return keys;
    }
}
