package fr.hubee.lifetime.retention;

import fr.hubee.journal.audit.Act;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.AuditJournal;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.LinkedHashMap;
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
    private static final String OF_CERTIFICATES =
            "p.certificate = any (cast(string_to_array(:certificates, ',') as uuid[]))";

    @PersistenceContext
    EntityManager entities;

    @Inject
    RuleBook book;

    @Inject
    AuditJournal journal;

    /**
     * Certifies everything not yet certified, including the leftovers of an interrupted run.
     *
     * @return the number of certificates
     */
    @RolesAllowed(RoleNames.BATCH)
    public int certify() {
        var open = rows(entities.createNativeQuery("""
                select distinct process_code, act, rule from purged_item where certificate is null order by 1, 2, 3""", Tuple.class));
        var byProcess = open.stream()
                .collect(Collectors.groupingBy(
                        each -> each.get("process_code", String.class), TreeMap::new, Collectors.toList()));
        byProcess.forEach(this::certify);
        return open.size();
    }

    /** Certifies the deletions in a démarche: its entries name the run, by which the signed certificate combines them. */
    private void certify(String processCode, List<Tuple> all) {
        var run = UuidV7.next();
        var keys = keys(processCode, run);
        var operator = book.operator(processCode).orElse(null);
        var acts = new LinkedHashMap<UUID, Act>();
        for (var each : all) {
            var certificate = UuidV7.next();
            acts.put(
                    certificate,
                    Act.by(Caller.HUB, action(each.get("act", String.class)))
                            .on(operator, processCode)
                            .with(deleted(each, certificate)));
        }
        var shares = shares(acts.keySet());
        for (var act : acts.values()) {
            journal.record(act.with(facts(act.changes(), keys, "keys", "keysSha256")
                    .and("run", run)
                    .and("shares", shares.map(List::size))));
        }
        shares.ifPresent(several -> several.forEach(share -> record(share, processCode, run)));
    }

    /** Records an entry for each organisation: it proves its own share, without showing those of others. */
    private void record(Tuple share, String processCode, UUID run) {
        var organization =
                OrganizationKey.parse(share.get("recipient", String.class)).orElseThrow();
        journal.record(Act.by(Caller.HUB, AuditAction.SHARE_PURGED)
                .on(organization, processCode)
                .with(facts(Changes.of("run", run), share, "files", "bytes", "cases", "folders", "sha256")));
    }

    private static AuditAction action(String act) {
        return switch (act) {
            case "FILE" -> AuditAction.FILES_PURGED;
            case "CASE" -> AuditAction.CASES_ARCHIVED;
            case "FOLDER" -> AuditAction.FOLDERS_DELETED;
            default -> throw new IllegalArgumentException(act);
        };
    }

    /** Gives the items their certificate, and returns its facts. */
    private Changes deleted(Tuple open, UUID certificate) {
        var made = row(entities.createNativeQuery("""
                        select items, bytes, first_at as "from", last_at as "to", sha256
                        from certify_purged(:code, :act, :rule, :certificate)""", Tuple.class)
                .setParameter("code", open.get("process_code"))
                .setParameter("act", open.get("act"))
                .setParameter("rule", open.get("rule"))
                .setParameter("certificate", certificate));
        var named = Changes.of("certificate", certificate).and("rule", open.get("rule"));
        return facts(named, made, "items", "bytes", "from", "to", "sha256");
    }

    /** The keys of encryption that were destroyed: how many, and the digest of their names. */
    private Tuple keys(String processCode, UUID run) {
        return row(entities.createNativeQuery(
                        "select keys, sha256 as \"keysSha256\" from certify_destroyed_keys(:code, :run)", Tuple.class)
                .setParameter("code", processCode)
                .setParameter("run", run));
    }

    /**
     * Returns the part of each organisation in the deletions; empty when they are not known for all items, since the previous release has
     * purged some of them.
     */
    private Optional<List<Tuple>> shares(Collection<UUID> certificates) {
        var unknown = "select bool_or(p.recipients is null) from purged_item p where " + OF_CERTIFICATES;
        if (Boolean.TRUE.equals(
                of(certificates, entities.createNativeQuery(unknown)).getSingleResult())) {
            return Optional.empty();
        }
        return Optional.of(
                rows(of(certificates, entities.createNativeQuery("""
                        select r.recipient, count(*) filter (where p.act = 'FILE') as files, cast(coalesce(sum(p.size), 0) as bigint) as bytes,
                            count(*) filter (where p.act = 'CASE') as cases, count(*) filter (where p.act = 'FOLDER') as folders,
                            encode(sha256(convert_to(string_agg(
                                p.subject || ' ' || coalesce(p.sha256, ''), chr(10) order by p.subject, p.act), 'UTF8')), 'hex') as sha256
                        from purged_item p cross join unnest(p.recipients) r(recipient)
                        where %s group by 1 order by 1""".formatted(OF_CERTIFICATES), Tuple.class))));
    }

    private static Query of(Collection<UUID> certificates, Query query) {
        return query.setParameter(
                "certificates", certificates.stream().map(UUID::toString).collect(Collectors.joining(",")));
    }

    private static Tuple row(Query query) {
        return (Tuple) query.getSingleResult();
    }

    @SuppressWarnings("unchecked") // rows with named columns
    private static List<Tuple> rows(Query query) {
        return query.getResultList();
    }

    /** Adds columns of a row: the journal has their names. */
    private static Changes facts(Changes before, Tuple row, String... columns) {
        var facts = before;
        for (var column : columns) {
            facts = facts.and(column, row.get(column));
        }
        return facts;
    }
}
