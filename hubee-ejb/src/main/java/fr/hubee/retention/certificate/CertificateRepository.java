package fr.hubee.retention.certificate;

import fr.hubee.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Dependent
class CertificateRepository {
    @PersistenceContext
    EntityManager entities;

    /** The subject of a certificate. */
    record Open(String processCode, PurgeAct act, String rule) {}

    /** The content of a certificate. */
    record Made(long items, long bytes, Instant first, Instant last, String sha256) {}

    List<Open> uncertified() {
        var open = new ArrayList<Open>();
        for (var each : entities.createNativeQuery("""
                        select distinct process_code, act, rule from purged_item where certificate is null order by 1, 2, 3""").getResultList()) {
            var row = (Object[]) each;
            open.add(new Open((String) row[0], PurgeAct.valueOf((String) row[1]), (String) row[2]));
        }
        return open;
    }

    Made certify(Open open, UUID certificate) {
        var row = (Object[]) entities.createNativeQuery("""
                        select items, bytes, first_at, last_at, sha256 from certify_purged(:code, :act, :rule, :certificate)""")
                .setParameter("code", open.processCode())
                .setParameter("act", open.act().name())
                .setParameter("rule", open.rule())
                .setParameter("certificate", certificate)
                .getSingleResult();
        return new Made((Long) row[0], (Long) row[1], (Instant) row[2], (Instant) row[3], (String) row[4]);
    }

    /** The keys of encryption that were destroyed: how many, and the digest of their names. */
    record Keys(long count, String sha256) {}

    Keys certifyKeys(String processCode, UUID run) {
        var row = (Object[]) entities.createNativeQuery("select keys, sha256 from certify_destroyed_keys(:code, :run)")
                .setParameter("code", processCode)
                .setParameter("run", run)
                .getSingleResult();
        return new Keys((Long) row[0], (String) row[1]);
    }

    List<PurgedItem> items(UUID certificate, UUID after, int maxResult) {
        var items = new ArrayList<PurgedItem>();
        for (var each : entities.createNativeQuery("""
                        select act, subject, size, sha256, happened_at from purged_item
                        where certificate = :certificate and subject > :after order by subject""")
                .setParameter("certificate", certificate)
                .setParameter("after", after == null ? UuidV7.BEFORE_ALL : after)
                .setMaxResults(maxResult)
                .getResultList()) {
            var row = (Object[]) each;
            items.add(new PurgedItem(
                    PurgeAct.valueOf((String) row[0]), (UUID) row[1], (Long) row[2], (String) row[3], (Instant)
                            row[4]));
        }
        return items;
    }
}
