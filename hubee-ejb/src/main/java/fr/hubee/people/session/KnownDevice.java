package fr.hubee.people.session;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A browser from which a person signed in: others' failures with her login do not lock it out. */
@Entity
@Table(name = "known_device")
public class KnownDevice {
    @EmbeddedId
    private Id id;

    @Column(name = "used_at")
    private Instant usedAt;

    KnownDevice() {}

    KnownDevice(Id id, Instant now) {
        this.id = id;
        this.usedAt = now;
    }

    @Embeddable
    record Id(
            @Column(name = "token_hash") String tokenHash,
            @Column(name = "account_id") UUID accountId) {}
}
