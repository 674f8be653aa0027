package fr.hubee.files.encryption;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.security.DenyAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.stream.Collectors;

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
        var known = custody.all().stream().map(MasterKey::name).collect(Collectors.toSet());
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
}
