package fr.hubee.people.password;

import fr.hubee.kernel.shared.UuidV7;
import fr.hubee.people.session.Login;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A request for a link, whether the login exists or not. */
@Entity
@Table(name = "link_request")
public class LinkRequest {
    @Id
    private UUID id;

    @Column(name = "login_hash")
    private String loginHash;

    @Column(name = "asked_at")
    private Instant askedAt;

    LinkRequest() {}

    LinkRequest(Login login, Instant now) {
        this.id = UuidV7.next();
        this.loginHash = login.hash();
        this.askedAt = now;
    }
}
