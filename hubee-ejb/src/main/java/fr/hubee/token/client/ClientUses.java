package fr.hubee.token.client;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.security.PartnerInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.RollbackException;
import java.lang.System.Logger.Level;
import java.time.Clock;

/** Remembers when each client was last heard, at most once a minute and node: other calls ask nothing of the database. */
@ApplicationScoped
@PermitAll // whoever was just let in
public class ClientUses {
    private static final System.Logger LOG = System.getLogger(ClientUses.class.getName());

    private final ClientUsePace pace = new ClientUsePace(Ticker.systemTicker());

    @Inject
    ClientUseWriter writer;

    @Inject
    Clock clock;

    /**
     * Notes that the client calls; nothing that fails here stops its call.
     *
     * @param software null when it does not say
     */
    public void note(String clientId, String address, PartnerInfo software) {
        if (!pace.isDue(clientId)) {
            return;
        }
        try {
            writer.write(clientId, address, software, clock.instant());
        } catch (RuntimeException | RollbackException failure) {
            LOG.log(Level.WARNING, "The last use of a client could not be written", failure);
        }
    }
}
