package fr.hubee.files.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** The AES keys of a PKCS#11 token, each named after its label: the token itself encrypts with them. */
final class Pkcs11Keys implements MasterKeySource {
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
        } catch (GeneralSecurityException | IOException | RuntimeException gone) {
            throw new IllegalStateException("The token of HUBEE_PKCS11 does not open: " + gone.getMessage(), gone);
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

    /** AES-GCM in a token: a nonce of 12 bytes, the ciphertext, a tag of 16 bytes, as Tink's AES-GCM without a prefix. */
    private static final class TokenAead implements Aead {
        private static final String GCM = "AES/GCM/NoPadding";
        private static final int NONCE = 12;
        private static final int TAG_BITS = 128;

        private final Provider provider;
        private final SecretKey key;

        TokenAead(Provider provider, SecretKey key) {
            this.provider = provider;
            this.key = key;
        }

        @Override
        public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
            var nonce = Random.randBytes(NONCE);
            var encrypted = run(Cipher.ENCRYPT_MODE, nonce, plain, associated);
            return ByteBuffer.allocate(NONCE + encrypted.length)
                    .put(nonce)
                    .put(encrypted)
                    .array();
        }

        @Override
        public byte[] decrypt(byte[] encrypted, byte[] associated) throws GeneralSecurityException {
            if (encrypted.length < NONCE) {
                throw new GeneralSecurityException("too short");
            }
            var bytes = ByteBuffer.wrap(encrypted);
            var nonce = new byte[NONCE];
            bytes.get(nonce);
            var rest = new byte[bytes.remaining()];
            bytes.get(rest);
            try {
                return run(Cipher.DECRYPT_MODE, nonce, rest, associated);
            } catch (AEADBadTagException invalid) {
                encrypt(new byte[1], associated); // the JDK says the same of a token that fails: does it work?
                throw invalid;
            }
        }

        private byte[] run(int mode, byte[] nonce, byte[] bytes, byte[] associated) throws GeneralSecurityException {
            try {
                var cipher = Cipher.getInstance(GCM, provider);
                cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(associated);
                return cipher.doFinal(bytes);
            } catch (AEADBadTagException invalid) {
                throw mode == Cipher.DECRYPT_MODE ? invalid : new TokenAway(invalid);
            } catch (GeneralSecurityException | ProviderException gone) {
                throw new TokenAway(gone);
            }
        }
    }

    /** The token does not answer, or refuses: the result is unknown. */
    static final class TokenAway extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;

        TokenAway(Exception cause) {
            super("The token of HUBEE_PKCS11 fails: " + cause.getMessage(), cause);
        }
    }
}
