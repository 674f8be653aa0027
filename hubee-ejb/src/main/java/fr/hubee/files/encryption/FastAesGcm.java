package fr.hubee.files.encryption;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import java.io.Serial;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

/**
 * AES-GCM of AWS-LC for this server, and nothing else of that library: for the same bytes it needs less than half the CPU of the JDK's.
 * Where the library cannot be loaded (another processor, another C library, a /tmp where nothing may run), the JDK's is used.
 */
final class FastAesGcm extends Provider {
    @Serial
    private static final long serialVersionUID = 1;

    private static final String NAME = "HubEE-AES";
    private static final String CIPHER = "AES/GCM/NoPadding";

    private FastAesGcm(Provider.Service fast) {
        super(NAME, "1", "AES-GCM of AWS-LC");
        putService(new Service(this, "Cipher", CIPHER, fast.getClassName(), List.of(), Map.of()) {
            @Override
            public Object newInstance(Object none) throws NoSuchAlgorithmException {
                return fast.newInstance(none);
            }
        });
    }

    /** @return whether it is used from now on */
    static boolean use() {
        var library = AmazonCorrettoCryptoProvider.INSTANCE;
        if (library.getLoadingError() != null || library.runSelfTests() != SelfTestStatus.PASSED) {
            return false;
        }
        Security.insertProviderAt(new FastAesGcm(library.getService("Cipher", CIPHER)), 1);
        return true;
    }

    /** Removes the provider when the application leaves a server that continues. */
    static void leave() {
        Security.removeProvider(NAME);
    }
}
