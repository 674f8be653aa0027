package fr.hubee.files.encryption;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.subtle.Random;
import com.google.crypto.tink.subtle.StreamSegmentDecrypter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

/** The key of the files of one télédossier, or of one ZIP: Tink's streaming AEAD. The store has only the encrypted bytes. */
public final class DataKey {
    /** Length of an identifier in bytes: the longest that fits into the key of a blob, in columns of sixty characters. */
    private static final int ID_BYTES = 12;

    private static final AesGcmHkdfStreamingParameters PARAMETERS;

    private final String id;
    private final KeysetHandle handle;
    private final AesGcmHkdfStreaming streaming;

    static {
        try {
            PARAMETERS = AesGcmHkdfStreamingParameters.builder()
                    .setKeySizeBytes(32)
                    .setDerivedAesGcmKeySizeBytes(32)
                    .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                    .setCiphertextSegmentSizeBytes(Segments.STORED)
                    .build();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private DataKey(String id, KeysetHandle handle) throws GeneralSecurityException {
        this.id = id;
        this.handle = handle;
        if (!(handle.getPrimary().getKey() instanceof AesGcmHkdfStreamingKey key)
                || !key.getParameters().equals(PARAMETERS)) {
            throw new GeneralSecurityException("another kind of data key");
        }
        this.streaming = (AesGcmHkdfStreaming) AesGcmHkdfStreaming.create(key);
    }

    static DataKey fresh() {
        try {
            return new DataKey(
                    HexFormat.of().formatHex(Random.randBytes(ID_BYTES)),
                    KeysetHandle.generateNew(PARAMETERS, Tink.known()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Decrypts the result of {@link #wrapped}.
     *
     * @throws GeneralSecurityException when it belongs to another key, or was altered
     */
    static DataKey unwrapped(String id, String wrapped, MasterKey master) throws GeneralSecurityException {
        try {
            var bytes = Base64.getDecoder().decode(wrapped);
            return new DataKey(
                    id, TinkProtoKeysetFormat.parseEncryptedKeyset(bytes, master.aead(), bytes(id), Tink.known()));
        } catch (IllegalArgumentException failure) {
            throw new GeneralSecurityException(failure);
        }
    }

    /** An encrypted key set of Tink in base64, bound to the identifier of this key. */
    String wrapped(MasterKey master) throws GeneralSecurityException {
        return Base64.getEncoder()
                .encodeToString(
                        TinkProtoKeysetFormat.serializeEncryptedKeyset(handle, master.aead(), bytes(id), Tink.known()));
    }

    public String id() {
        return id;
    }

    /**
     * Encrypts the written bytes; closing it writes the end, without which nothing can be read.
     *
     * @param blob its key in the store, to which its bytes are bound
     */
    public OutputStream encrypting(OutputStream stored, String blob) throws IOException {
        try {
            return streaming.newEncryptingStream(stored, bytes(blob));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    StreamSegmentDecrypter decrypter() throws GeneralSecurityException {
        return streaming.newStreamSegmentDecrypter();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Returns Tink's primitive, for a program that reads the store without HubEE, as a test does. */
    StreamingAead tink() {
        return streaming;
    }

    @Override
    public String toString() {
        return id;
    }
}
