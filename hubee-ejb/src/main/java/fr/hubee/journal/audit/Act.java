package fr.hubee.journal.audit;

import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.jdbc.Expectation;

/**
 * An action, which is one line of the journal. It stores names as text, since what they refer to may be deleted later. The database sets
 * its time and the beginning of its identifier: see {@code append_to_journal}.
 */
@Entity
@Immutable
@SQLInsert(sql = "call append_to_journal(?, ?, ?, ?, ?, ?, ?, ?, ?)", verify = Expectation.None.class)
@Table(name = "audit_entry")
public class Act {
    /** Acts for which it is enough to be allowed to read télédossiers. */
    private static final Set<AuditAction> READING =
            EnumSet.of(AuditAction.CASE_READ, AuditAction.CASE_PRINTED, AuditAction.CASES_EXPORTED);

    @Id
    private UUID id;

    @Column(insertable = false, updatable = false)
    private Instant happenedAt;

    private String actor;
    private String actorOrganization;
    private String address;

    @Enumerated(EnumType.STRING)
    private AuditAction action;

    private String organization;
    private String subject;
    private Long subjectVersion;
    private String changes;

    @Transient
    private Caller who;

    @Transient
    private Changes facts = Changes.NONE;

    @Transient
    private Set<String> forWhom = Set.of();

    Act() {}

    public static Act by(Caller who, AuditAction action) {
        var act = new Act();
        act.who = who;
        act.actor = who.name();
        act.actorOrganization = text(who.organization());
        act.address = who.address();
        act.action = action;
        return act;
    }

    private static String text(Object name) {
        return name == null ? null : name.toString();
    }

    /**
     * @param concerned null when there is none
     * @param object recorded as its text
     */
    public Act on(OrganizationKey concerned, Object object) {
        organization = text(concerned);
        subject = String.valueOf(object);
        return this;
    }

    /** @param number of the subject after the action */
    public Act version(long number) {
        subjectVersion = number;
        return this;
    }

    /** @param before and after are records, or null for what did not exist */
    public Act changing(Record before, Record after) {
        return with(Changes.between(before, after));
    }

    public Act with(Changes more) {
        facts = more;
        return this;
    }

    /**
     * Adds that it concerns télédossiers of these démarches: the journal keeps the logins of the absent people whom a deputy acts for, where
     * her own rights do not suffice.
     */
    public Act about(Collection<String> processCodes) {
        boolean managing = !READING.contains(action);
        forWhom = processCodes.stream()
                .flatMap(code -> who.forWhom(code, managing).stream())
                .collect(Collectors.toUnmodifiableSet());
        return this;
    }

    public Changes changes() {
        return facts;
    }

    /** Gives it its identifier, and the changes as they are stored; once. */
    Act recorded() {
        if (id != null) {
            throw new IllegalStateException("an act is recorded once");
        }
        id = UuidV7.next();
        changes = (forWhom.isEmpty() ? facts : facts.and(AuditLine.FOR_WHOM, forWhom)).toJson();
        return this;
    }
}
