package fr.hubee.clients.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import fr.hubee.clients.token.ClientProofs.ProofLine;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.text.ParseException;
import java.time.Instant;
import java.util.UUID;

/** A client's public key: the private key proves the client's identity. Its tokens end with it. */
@Entity
@Table(name = "api_client_key")
public class ClientKey {
    @Id
    private UUID id;

    private String clientId;

    private String kid;

    private String thumbprint;

    private String jwk;

    private Instant createdAt;

    ClientKey() {}

    ClientKey(String clientId, JWK key, Instant now) {
        this.id = UuidV7.next();
        this.clientId = clientId;
        this.thumbprint = thumbprint(key);
        this.kid = key.getKeyID() == null ? thumbprint : key.getKeyID();
        this.jwk = key.toPublicJWK().toJSONString();
        this.createdAt = now;
    }

    static String thumbprint(JWK key) {
        try {
            return key.computeThumbprint().toString();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    public UUID id() {
        return id;
    }

    String kid() {
        return kid;
    }

    JWK jwk() {
        try {
            return JWK.parse(jwk);
        } catch (ParseException failure) {
            throw new IllegalStateException(failure);
        }
    }

    ProofLine line() {
        return new ProofLine(id, kid, thumbprint, createdAt, null);
    }
}
