package fr.hubee.batch.bundle;

import fr.hubee.bundle.BundleRounds;
import fr.hubee.security.Roles;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has ZIPs made whose server stopped half-way, or could not begin. It waits for nothing. */
@Startup
@Singleton
@RunAs(Roles.BATCH)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BundleTimer {
    @Inject
    BundleRounds rounds;

    @Schedule(hour = "*", minute = "*", info = "bundles")
    @DenyAll // to everybody but the timer
    void everyMinute() {
        rounds.start();
    }
}
