package fr.hubee.clients.client;

import fr.hubee.clients.client.ApiClientLine.LastUse;
import fr.hubee.kernel.security.PartnerInfo;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A client's last call, with its self-description; written by {@link ClientUseRecorder}. */
@Entity
@Table(name = "api_client_use")
public class ClientUse {
    @Id
    private String clientId;

    private Instant usedAt;

    private String address;

    @Embedded
    private PartnerInfo software;

    ClientUse() {}

    LastUse lastUse() {
        return new LastUse(usedAt, address, software);
    }
}
