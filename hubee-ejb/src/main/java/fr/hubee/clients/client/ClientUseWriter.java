package fr.hubee.clients.client;

import fr.hubee.kernel.security.PartnerInfo;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.time.Instant;

/** Writes a client's last use in one statement and its own transaction; of two nodes, the later use is kept. */
@ApplicationScoped
@Transactional
class ClientUseWriter {
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
                        values (:client, :now, :address, :editor, :application, :version)
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
