package fr.hubee.people.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** See {@link LastSignIn}. */
@Entity
@Table(name = "last_sign_in")
public class LastSignInDate {
    @Id
    @Column(name = "account_id")
    private UUID accountId;

    @Column(name = "signed_in_at")
    private Instant signedInAt;

    LastSignInDate() {}

    UUID accountId() {
        return accountId;
    }

    Instant signedInAt() {
        return signedInAt;
    }
}
