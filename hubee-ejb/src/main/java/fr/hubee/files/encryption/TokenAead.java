package fr.hubee.files.encryption;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.Random;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.ProviderException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/** AES-GCM in a token: a nonce of 12 bytes, the ciphertext, a tag of 16 bytes, as Tink's AES-GCM without a prefix. */
final class TokenAead implements Aead {
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
        } catch (AEADBadTagException wrong) {
            encrypt(new byte[1], associated); // the JDK says the same of a token that fails: does it work?
            throw wrong;
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, byte[] associated) throws GeneralSecurityException {
        try {
            var cipher = Cipher.getInstance(GCM, provider);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(associated);
            return cipher.doFinal(bytes);
        } catch (AEADBadTagException wrong) {
            throw mode == Cipher.DECRYPT_MODE ? wrong : new TokenAway(wrong);
        } catch (GeneralSecurityException | ProviderException away) {
            throw new TokenAway(away);
        }
    }
}
