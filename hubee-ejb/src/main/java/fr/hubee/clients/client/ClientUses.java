package fr.hubee.clients.client;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.database.ConnectionPlaces;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.function.Supplier;

/** Records each client's last use, at most once a minute per node: other calls cause no database access. */
@ApplicationScoped
@PermitAll // any authenticated caller
public class ClientUses {
    private static final System.Logger LOG = System.getLogger(ClientUses.class.getName());

    private final ClientUsePace pace = new ClientUsePace(Ticker.systemTicker());

    @Inject
    ClientUseWriter writer;

    @Inject
    Clock clock;

    /**
     * Records a call; errors here never affect the call.
     *
     * @param software gives null when it did not describe itself
     */
    public void note(String clientId, String address, Supplier<PartnerInfo> software) {
        if (!pace.isDue(clientId)) {
            return;
        }
        try {
            ConnectionPlaces.first(
                    () -> { // a token waits for it
                        writer.write(clientId, address, software.get(), clock.instant());
                        return true;
                    });
        } catch (RuntimeException | RollbackException failure) {
            LOG.log(Level.WARNING, "The last use of a client could not be written", failure);
        }
    }
}
