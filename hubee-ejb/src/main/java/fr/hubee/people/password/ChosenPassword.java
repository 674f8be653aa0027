package fr.hubee.people.password;

import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A password of an account; the newest is the valid one. */
@Entity
public class ChosenPassword {
    @Id
    private UUID id;

    private UUID accountId;
    private String hash;
    private Instant chosenAt;

    ChosenPassword() {}

    public ChosenPassword(UUID accountId, String hash, Instant now) {
        this.id = UuidV7.next();
        this.accountId = accountId;
        this.hash = hash;
        this.chosenAt = now;
    }

    public UUID id() {
        return id;
    }

    public String hash() {
        return hash;
    }

    public Instant chosenAt() {
        return chosenAt;
    }

    /** The same password, hashed at the current cost. */
    public void rehash(String better) {
        hash = better;
    }
}
