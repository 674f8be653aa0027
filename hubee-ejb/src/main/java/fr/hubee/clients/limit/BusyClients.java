package fr.hubee.clients.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Exchanges the call counts of busy clients between nodes, in a table that need not survive a crash. */
@ApplicationScoped
@Transactional
class BusyClients {
    @PersistenceContext
    EntityManager entities;

    /**
     * Publishes this node's counts and reads the others', by the database clock.
     *
     * @param calls number of calls of each client to this node in the last second
     * @return number of calls to the other nodes
     * @throws RollbackException from the commit
     */
    Map<String, Integer> exchange(UUID node, Map<String, Integer> calls) throws RollbackException {
        entities.createNativeQuery("delete from busy_client where told_at < now() - interval '1 minute'")
                .executeUpdate();
        new TreeMap<>(calls)
                .forEach((clientId, asked) -> entities.createNativeQuery("""
                        insert into busy_client (client_id, node, calls, told_at) values (:client, :node, :calls, now())
                        on conflict (client_id, node) do update set calls = excluded.calls, told_at = excluded.told_at""")
                        .setParameter("client", clientId)
                        .setParameter("node", node)
                        .setParameter("calls", asked)
                        .executeUpdate());
        var elsewhere = new HashMap<String, Integer>();
        var others = entities.createNativeQuery("""
                        select client_id, sum(calls) from busy_client
                        where client_id in (:clients) and node <> :node and told_at > now() - interval '3 seconds'
                        group by client_id""")
                .setParameter("clients", calls.keySet())
                .setParameter("node", node);
        for (Object row : others.getResultList()) {
            var columns = (Object[]) row;
            elsewhere.put((String) columns[0], ((Number) columns[1]).intValue());
        }
        return elsewhere;
    }
}
