package fr.hubee.journal.audit;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.SQLInsert;
import org.hibernate.jdbc.Expectation;

/**
 * One line of the journal. It stores names as text, since what they refer to may be deleted later. The database sets
 * its time and the beginning of its identifier: see {@code append_to_journal}.
 */
@Entity
@SQLInsert(sql = "call append_to_journal(?, ?, ?, ?, ?, ?, ?, ?, ?)", verify = Expectation.None.class)
@Table(name = "audit_entry")
public class AuditEntry {
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

    AuditEntry() {}

    AuditEntry(Act act) {
        id = UuidV7.next();
        actor = act.who().name();
        actorOrganization = text(act.who().organization());
        address = act.who().address();
        action = act.action();
        organization = text(act.organization());
        subject = act.subject();
        subjectVersion = act.version();
        changes = act.recorded().toJson();
    }

    private static String text(Object name) {
        return name == null ? null : name.toString();
    }
}
