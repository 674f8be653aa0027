package fr.hubee.files.encryption;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import com.amazon.corretto.crypto.provider.SelfTestStatus;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.Serial;
import java.lang.System.Logger.Level;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;

/** Prevents the start of a server without its master keys: it would store files unencrypted. */
@Startup
@Singleton
@DenyAll
@DependsOn("DatabaseMigration")
public class KeysAtStart {
    private static final System.Logger LOG = System.getLogger(KeysAtStart.class.getName());

    @Inject
    DataKeyRepository keys;

    @Inject
    KeyCustody custody;

    @PostConstruct
    void check() {
        var used = keys.masterKeys();
        var known = custody.names();
        var missing = used.stream().filter(name -> !known.contains(name)).toList();
        if (!missing.isEmpty()) {
            var what = "Files are encrypted with the master keys " + String.join(", ", missing)
                    + ", which this server does not have: see HUBEE_MASTER_KEY";
            if (!custody.isOn()) {
                throw new IllegalStateException(what);
            }
            LOG.log(Level.ERROR, "{0}. These files cannot be read", what);
        }
        if (!custody.isOn()) {
            LOG.log(Level.INFO, "Files are not encrypted: there is no HUBEE_MASTER_KEY");
            return;
        }
        LOG.log(
                Level.INFO,
                "Files are encrypted by {0}; the master key is {1}",
                FastAesGcm.use() ? "AWS-LC" : "the JDK",
                custody.current());
    }

    @PreDestroy
    void leave() {
        FastAesGcm.leave();
    }

    /**
     * AES-GCM of AWS-LC for this server, and nothing else of that library: for the same bytes it needs less than half the CPU of the JDK's.
     * Where the library cannot be loaded (another processor, another C library, a /tmp where nothing may run), the JDK's is used.
     */
    static final class FastAesGcm extends Provider {
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
}
