package fr.hubee.clients.client;

import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.OrganizationKey;
import fr.hubee.kernel.shared.Words;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The credentials of one partner's software, for an organisation and the démarches they cover.
 *
 * <p>An operator's credentials without démarches cover all those it owns. Those of a subscription cover exactly its
 * organisation and its démarche. A new secret may be requested at any time; the former one stays valid for a while: at
 * most two are valid. A revocation is final.
 */
@Entity
@Table(name = "api_client")
public class ApiClient {
    @Id
    private String clientId;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private Scope scope;

    @Embedded
    private OrganizationKey organization;

    private String[] processCodes;

    private UUID subscriptionId;

    private Instant createdAt;

    private String madeBy;

    private Instant revokedAt;

    private Integer callsPerSecond;

    private boolean secretsRefused;

    private Instant proofsChangedAt;

    private boolean certificateRequired;

    @OneToMany(mappedBy = "client", cascade = CascadeType.PERSIST)
    @OrderBy("id desc")
    private List<ClientSecret> secrets = new ArrayList<>();

    ApiClient() {}

    /**
     * @param subscriptionId null without a subscription
     * @param maker null when they come from the startup file
     */
    ApiClient(NewApiClient wanted, UUID subscriptionId, String secretHash, String maker, Instant now) {
        this.clientId = wanted.clientId();
        this.scope = wanted.scope();
        this.organization = wanted.organization();
        this.processCodes = wanted.processCodes().toArray(String[]::new);
        this.subscriptionId = subscriptionId;
        this.createdAt = now;
        this.madeBy = maker;
        secrets.add(new ClientSecret(this, secretHash, now));
    }

    /** The current secret stays valid for the overlap; one that was already expiring ends at once. */
    void renew(String secretHash, Duration overlap, Instant now) {
        if (isRevoked()) {
            throw new InvalidRequest(Words.text("clients.credentials.revoked"));
        }
        secrets.stream()
                .filter(secret -> secret.isLive(now))
                .forEach(secret -> secret.endAt(secret.isLeaving() ? now : now.plus(overlap)));
        secrets.add(0, new ClientSecret(this, secretHash, now));
    }

    /** Whether this is its current secret. */
    boolean holds(NewSecret secret) {
        return !isRevoked() && secrets.get(0).hash().equals(secret.hash());
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    /** The subscription was transferred to another organisation. */
    void moveTo(OrganizationKey newSubscriber) {
        organization = newSubscriber;
    }

    void require(boolean noSecrets, boolean certificate) {
        secretsRefused = noSecrets;
        certificateRequired = certificate;
    }

    public boolean isSecretsRefused() {
        return secretsRefused;
    }

    public boolean isCertificateRequired() {
        return certificateRequired;
    }

    /** The secrets accepted as proof of identity. */
    public List<ClientSecret> provingSecrets(Instant now) {
        return secretsRefused ? List.of() : liveSecrets(now);
    }

    public Optional<UUID> subscription() {
        return Optional.ofNullable(subscriptionId);
    }

    /** @param ceiling calls per second; null for the default */
    void holdTo(Integer ceiling) {
        callsPerSecond = ceiling;
    }

    /** Null for the default. */
    public Integer callsPerSecond() {
        return callsPerSecond;
    }

    public int callsPerSecond(int others) {
        return callsPerSecond == null ? others : callsPerSecond;
    }

    public String clientId() {
        return clientId;
    }

    public Scope scope() {
        return scope;
    }

    public OrganizationKey organization() {
        return organization;
    }

    public List<String> processCodes() {
        return List.of(processCodes);
    }

    /** Null when unknown. */
    public String madeBy() {
        return madeBy;
    }

    /** Records a change of the accepted proofs of identity. */
    public void proveOtherwise(Instant now) {
        proofsChangedAt = now;
    }

    /** Returns when its secrets or other proofs last changed: holders of earlier ones do not know the newest. */
    public Instant newestSecretAt() {
        var secret = secrets.get(0).life().createdAt();
        return proofsChangedAt == null || proofsChangedAt.isBefore(secret) ? secret : proofsChangedAt;
    }

    /** The subject of journal entries: the subscription if there is one, so that its history shows them. */
    public Object subject() {
        return subscriptionId == null ? clientId : subscriptionId;
    }

    /** The valid secrets, newest first; none once revoked. */
    public List<ClientSecret> liveSecrets(Instant now) {
        return isRevoked()
                ? List.of()
                : secrets.stream().filter(secret -> secret.isLive(now)).toList();
    }
}
