package fr.hubee.directory.process;

import fr.hubee.directory.process.ProcessLookup.ProcessChanges;
import fr.hubee.directory.process.ProcessService.RegisteredProcess;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityListeners;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.annotations.Formula;

/** A démarche: a kind of request that one operator transmits (specification §2.3). Its code never changes. */
@Entity
@EntityListeners(ProcessChanges.class)
@Table(name = "process")
public class Process {
    /** SQL: composes the title of the row as {@link ProcessDetails#title} does. */
    public static final String TITLE = "name || coalesce(' (' || short_name || ')', '')";

    @Id
    private String code;

    @Version
    private long version;

    @Embedded
    private ProcessDetails details;

    /** For queries. */
    @Formula(TITLE)
    private String title;

    @Embedded
    private DepositGate gate = DepositGate.NONE;

    private Instant createdAt;

    private Instant updatedAt;

    Process() {}

    Process(String code, ProcessDetails details, Instant now) {
        this.code = code;
        this.createdAt = now;
        this.details = details;
    }

    void change(ProcessDetails details, Instant now) {
        this.details = details;
        gate = gate.within(details.attachments().types());
        updatedAt = now;
    }

    void demand(DepositGate gate, Instant now) {
        this.gate = gate;
        updatedAt = now;
    }

    DepositGate gate() {
        return gate;
    }

    long version() {
        return version;
    }

    public String code() {
        return code;
    }

    public ProcessDetails details() {
        return details;
    }

    RegisteredProcess registered() {
        return new RegisteredProcess(code, details, createdAt, updatedAt);
    }
}
