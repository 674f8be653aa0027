package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.ProcessDetails;
import fr.hubee.directory.process.ProcessService;
import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.lifetime.retention.PurgeCertificateService.CertificateRepository.Made;
import fr.hubee.lifetime.retention.PurgeCertificateService.CertificateRepository.Open;
import fr.hubee.lifetime.retention.PurgeCertificateService.CertificateRepository.Share;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Records certificates of purges in the journal: for each démarche, what was purged, how much, when, under which rule,
 * and a digest of the list of identifiers. The list is kept, so that the digest can be verified.
 */
@Stateless
public class PurgeCertificateService {
    @Inject
    CertificateRepository certificates;

    @Inject
    ProcessService processes;

    @Inject
    AuditJournal journal;

    /**
     * Certifies everything not yet certified, including the leftovers of an interrupted run.
     *
     * @return the number of certificates
     */
    @RolesAllowed(RoleNames.BATCH)
    public int certify() {
        var open = certificates.uncertified();
        var byProcess =
                open.stream().collect(Collectors.groupingBy(Open::processCode, TreeMap::new, Collectors.toList()));
        byProcess.forEach(this::certify);
        return open.size();
    }

    /** Certifies the deletions in a démarche: its entries name the run, by which the signed certificate combines them. */
    private void certify(String processCode, List<Open> all) {
        var run = UuidV7.next();
        var keys = certificates.certifyKeys(processCode, run);
        var operator = processes.find(processCode).map(ProcessDetails::osl).orElse(null);
        var ids = new ArrayList<UUID>();
        var acts = new ArrayList<Act>();
        for (var each : all) {
            var id = UuidV7.next();
            ids.add(id);
            acts.add(Act.by(Caller.HUB, action(each.act()))
                    .on(operator, processCode)
                    .changing(null, certificates.certify(each, id)));
        }
        var shares = certificates.shares(ids);
        for (var act : acts) {
            journal.record(act.with(act.changes()
                    .and("run", run)
                    .and("keys", keys.count())
                    .and("keysSha256", keys.sha256())
                    .and("shares", shares.map(List::size))));
        }
        shares.ifPresent(several -> several.forEach(share -> record(share, processCode, run)));
    }

    /** Records an entry for each organisation: it proves its own share, without showing those of others. */
    private void record(Share share, String processCode, UUID run) {
        var organization = OrganizationKey.parse(share.organization()).orElseThrow();
        journal.record(Act.by(Caller.HUB, AuditAction.SHARE_PURGED)
                .on(organization, processCode)
                .with(Changes.of("run", run)
                        .and("files", share.files())
                        .and("bytes", share.bytes())
                        .and("cases", share.cases())
                        .and("folders", share.folders())
                        .and("sha256", share.sha256())));
    }

    private static AuditAction action(String act) {
        return switch (act) {
            case "FILE" -> AuditAction.FILES_PURGED;
            case "CASE" -> AuditAction.CASES_ARCHIVED;
            case "FOLDER" -> AuditAction.FOLDERS_DELETED;
            default -> throw new IllegalArgumentException(act);
        };
    }

    @Dependent
    static class CertificateRepository {
        private static final String OF_CERTIFICATES =
                "p.certificate = any (cast(string_to_array(:certificates, ',') as uuid[]))";

        @PersistenceContext
        EntityManager entities;

        record Open(String processCode, String act, String rule) {}

        /** The facts of a certificate, by their names in the journal. */
        record Made(UUID certificate, String rule, long items, long bytes, Instant from, Instant to, String sha256) {}

        @SuppressWarnings("unchecked") // rows of that class
        List<Open> uncertified() {
            return entities.createNativeQuery("""
                            select distinct process_code, act, rule from purged_item where certificate is null order by 1, 2, 3""", Open.class).getResultList();
        }

        Made certify(Open open, UUID certificate) {
            return (Made) entities.createNativeQuery("""
                            select cast(:certificate as uuid), cast(:rule as text), items, bytes, first_at, last_at, sha256
                            from certify_purged(:code, :act, :rule, :certificate)""", Made.class)
                    .setParameter("code", open.processCode())
                    .setParameter("act", open.act())
                    .setParameter("rule", open.rule())
                    .setParameter("certificate", certificate)
                    .getSingleResult();
        }

        /** The keys of encryption that were destroyed: how many, and the digest of their names. */
        record Keys(long count, String sha256) {}

        Keys certifyKeys(String processCode, UUID run) {
            return (Keys) entities.createNativeQuery(
                            "select keys, sha256 from certify_destroyed_keys(:code, :run)", Keys.class)
                    .setParameter("code", processCode)
                    .setParameter("run", run)
                    .getSingleResult();
        }

        /**
         * The part of the deletions that concerned one organisation.
         *
         * @param organization its key
         */
        record Share(String organization, long files, long bytes, long cases, long folders, String sha256) {}

        /** Returns the shares; empty when they are not known for all items, since the previous release has purged some of them. */
        @SuppressWarnings("unchecked") // rows of that class
        Optional<List<Share>> shares(Collection<UUID> certificates) {
            var unknown = "select bool_or(p.recipients is null) from purged_item p where " + OF_CERTIFICATES;
            if (Boolean.TRUE.equals(
                    of(certificates, entities.createNativeQuery(unknown)).getSingleResult())) {
                return Optional.empty();
            }
            return Optional.of(of(certificates, entities.createNativeQuery("""
                            select r.recipient, count(*) filter (where p.act = 'FILE'), cast(coalesce(sum(p.size), 0) as bigint),
                                count(*) filter (where p.act = 'CASE'), count(*) filter (where p.act = 'FOLDER'), encode(sha256(convert_to(
                                string_agg(p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject, p.act), 'UTF8')), 'hex')
                            from purged_item p cross join unnest(p.recipients) r(recipient)
                            where %s group by 1 order by 1""".formatted(OF_CERTIFICATES), Share.class))
                    .getResultList());
        }

        private static Query of(Collection<UUID> certificates, Query query) {
            return query.setParameter(
                    "certificates", certificates.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
    }
}
