package fr.hubee.lifetime.retention;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

    /**
     * The part of the deletions that concerned one organisation.
     *
     * @param organization its key
     */
    record Share(String organization, long files, long bytes, long cases, long folders, String sha256) {}

    /** Returns the shares; empty when they are not known for all items, since the previous release has purged some of them. */
    Optional<List<Share>> shares(Collection<UUID> certificates) {
        if (Boolean.TRUE.equals(of("select bool_or(p.recipients is null) from purged_item p where ", certificates, "")
                .getSingleResult())) {
            return Optional.empty();
        }
        var shares = new ArrayList<Share>();
        for (var each : of("""
                        select r.recipient, count(*) filter (where p.act = 'FILE'), cast(coalesce(sum(p.size), 0) as bigint),
                            count(*) filter (where p.act = 'CASE'), count(*) filter (where p.act = 'FOLDER'), encode(sha256(convert_to(
                            string_agg(p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject, p.act), 'UTF8')), 'hex')
                        from purged_item p cross join unnest(p.recipients) r(recipient) where\s""", certificates, " group by 1 order by 1").getResultList()) {
            var row = (Object[]) each;
            shares.add(new Share(
                    (String) row[0], (Long) row[1], (Long) row[2], (Long) row[3], (Long) row[4], (String) row[5]));
        }
        return Optional.of(shares);
    }

    private Query of(String select, Collection<UUID> certificates, String rest) {
        return entities.createNativeQuery(
                        select + "p.certificate = any (cast(string_to_array(:certificates, ',') as uuid[]))" + rest)
                .setParameter(
                        "certificates",
                        certificates.stream().map(UUID::toString).collect(Collectors.joining(",")));
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
