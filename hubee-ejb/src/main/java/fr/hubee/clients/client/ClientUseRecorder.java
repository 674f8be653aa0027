package fr.hubee.clients.client;

import com.github.benmanes.caffeine.cache.Ticker;
import fr.hubee.kernel.security.MinuteLimit;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/** Records each client's last use, at most once a minute per node: other calls cause no database access. */
@ApplicationScoped
@PermitAll // any authenticated caller
public class ClientUseRecorder {
    private static final System.Logger LOG = System.getLogger(ClientUseRecorder.class.getName());

    private final MinuteLimit writes = new MinuteLimit(1, Ticker.systemTicker());

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
        if (!writes.allows(clientId)) {
            return;
        }
        try {
            writer.write(clientId, address, software.get(), clock.instant());
        } catch (RuntimeException | RollbackException failure) {
            LOG.log(Level.WARNING, "The last use of a client could not be written", failure);
        }
    }

    /** Writes a client's last use in one statement and its own transaction; of two nodes, the later use is kept. */
    @ApplicationScoped
    @Transactional
    static class ClientUseWriter {
        private static final PartnerInfo SILENT = new PartnerInfo(null, null, null);

        @PersistenceContext
        EntityManager entities;

        /**
         * @param described null when the software did not describe itself
         * @throws RollbackException from the commit
         */
        void write(String clientId, String address, PartnerInfo described, Instant now) throws RollbackException {
            var software = described == null ? SILENT : described;
            entities.createNativeQuery("""
                            insert into api_client_use as known
                                (client_id, used_at, address, editor_name, application_name, software_version)
                            select client_id, cast(:now as timestamptz), cast(:address as varchar), cast(:editor as varchar),
                                cast(:application as varchar), cast(:version as varchar)
                            from api_client where client_id = :client -- none for whom the test bench plays
                            on conflict (client_id) do update set used_at = excluded.used_at, address = excluded.address,
                                editor_name = excluded.editor_name, application_name = excluded.application_name,
                                software_version = excluded.software_version
                            where known.used_at < excluded.used_at""")
                    .setParameter("client", clientId)
                    .setParameter("now", now)
                    .setParameter("address", address)
                    .setParameter("editor", software.editorName())
                    .setParameter("application", software.applicationName())
                    .setParameter("version", software.softwareVersion())
                    .executeUpdate();
        }
    }
}
