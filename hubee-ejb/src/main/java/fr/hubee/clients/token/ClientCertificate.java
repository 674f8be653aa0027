package fr.hubee.clients.token;

import fr.hubee.clients.token.ClientProofs.ProofLine;
import fr.hubee.kernel.shared.ColumnText;
import fr.hubee.kernel.shared.UuidV7;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.UUID;

/** A client's TLS certificate: tokens requested with it are bound to it, and end with it. */
@Entity
@Table(name = "api_client_certificate")
public class ClientCertificate {
    private static final int LONGEST = 500;

    @Id
    private UUID id;

    private String clientId;

    private String thumbprint;

    private String subject;

    private Instant expiresAt;

    private Instant createdAt;

    ClientCertificate() {}

    ClientCertificate(String clientId, X509Certificate certificate, Instant now) {
        var name = certificate.getSubjectX500Principal().getName();
        this.id = UuidV7.next();
        this.clientId = clientId;
        this.thumbprint = CertificateText.thumbprint(certificate);
        this.subject = ColumnText.fit(name, LONGEST);
        this.expiresAt = certificate.getNotAfter().toInstant();
        this.createdAt = now;
    }

    public UUID id() {
        return id;
    }

    public boolean isLive(Instant now) {
        return now.isBefore(expiresAt);
    }

    public boolean is(String presented) {
        return thumbprint.equals(presented);
    }

    ProofLine line() {
        return new ProofLine(id, subject, thumbprint, createdAt, expiresAt);
    }
}
