package fr.hubee.kernel.database;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.Unprocessable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Runs a request at most once per idempotency key, and returns the stored answer to repetitions.
 *
 * <p>The key's row is inserted before the work, in the same transaction: a concurrent request with the same key waits
 * on the unique index, then reads the answer. If the work is rejected, the row is rolled back and the key is free
 * again.
 *
 * <p>No role is required here: the work checks its own.
 */
@ApplicationScoped
@Transactional
public class IdempotentService {
    private static final Duration KEPT = Duration.ofDays(1);

    @PersistenceContext
    EntityManager entities;

    @Inject
    Clock clock;

    /**
     * @param fingerprint of the request, to detect reuse of the key for another request
     * @param work returns the answer as it will be sent
     * @throws Unprocessable when the key was used for another request
     */
    public String answerOnce(Caller caller, String key, String fingerprint, Supplier<String> work) {
        if (!take(caller, key, fingerprint)) {
            return answerTo(caller, key, fingerprint);
        }
        var answer = work.get();
        entities.createNativeQuery(
                        "update idempotent_answer set answer = :answer where client_id = :client and key = :key")
                .setParameter("answer", answer)
                .setParameter("client", caller.name())
                .setParameter("key", key)
                .executeUpdate();
        return answer;
    }

    private boolean take(Caller caller, String key, String fingerprint) {
        return entities.createNativeQuery("""
                                insert into idempotent_answer (client_id, key, fingerprint, created_at)
                                values (:client, :key, :fingerprint, :now) on conflict do nothing""")
                        .setParameter("client", caller.name())
                        .setParameter("key", key)
                        .setParameter("fingerprint", fingerprint)
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private String answerTo(Caller caller, String key, String fingerprint) {
        var known = (Object[]) entities.createNativeQuery(
                        "select fingerprint, answer from idempotent_answer where client_id = :client and key = :key")
                .setParameter("client", caller.name())
                .setParameter("key", key)
                .getSingleResult();
        if (!fingerprint.equals(known[0])) {
            throw new Unprocessable("Idempotency-Key was used for another request");
        }
        return (String) known[1];
    }

    /**
     * Deletes answers older than a day: they contain personal data.
     *
     * @return how many were deleted
     */
    public int forgetOld() {
        return entities.createNativeQuery("delete from idempotent_answer where created_at < :date")
                .setParameter("date", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
