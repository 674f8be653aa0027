package fr.hubee.lifetime.retention;

import fr.hubee.directory.process.RetentionRules;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/**
 * The retention rules applied to a démarche.
 *
 * <p>They follow its settings at the next run, unless a shortening is so large that an administrator must confirm it:
 * until then, only what is due under both is purged.
 */
@Entity
@Table(name = "accepted_retention")
public class AcceptedRetention {
    @Id
    private String processCode;

    @Embedded
    private RetentionRules rules;

    private Instant acceptedAt;

    private String acceptedBy;

    AcceptedRetention() {}

    AcceptedRetention(String processCode, RetentionRules rules, String who, Instant now) {
        this.processCode = processCode;
        accept(rules, who, now);
    }

    void accept(RetentionRules rules, String who, Instant now) {
        this.rules = rules;
        acceptedAt = now;
        acceptedBy = who;
    }

    RetentionRules rules() {
        return rules;
    }
}
