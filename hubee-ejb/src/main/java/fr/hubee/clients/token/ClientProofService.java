package fr.hubee.clients.token;

import fr.hubee.clients.client.ApiClient;
import fr.hubee.clients.client.ApiClientChanges;
import fr.hubee.clients.client.ApiClientStore;
import fr.hubee.clients.client.CredentialPolicy;
import fr.hubee.clients.token.ClientProofs.ProofLine;
import fr.hubee.directory.subscription.SubscriptionAccess;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.audit.Changes;
import fr.hubee.kernel.security.Caller;
import fr.hubee.kernel.security.RecentSecondFactor;
import fr.hubee.kernel.security.RoleNames;
import fr.hubee.kernel.shared.InvalidRequest;
import fr.hubee.kernel.shared.NotAllowed;
import fr.hubee.kernel.shared.NotFound;
import fr.hubee.kernel.shared.Words;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The keys and certificates of a client, for managers of its credentials; removing one ends its tokens. */
@Stateless
@RolesAllowed({RoleNames.MANAGE_SUBSCRIPTIONS, RoleNames.ADMIN})
public class ClientProofService {
    private static final int MOST = 5;

    @Inject
    ApiClientStore clients;

    @Inject
    KeysAndCertificates proofs;

    @Inject
    SubscriptionAccess subscriptions;

    @Inject
    ApiClientChanges changes;

    @Inject
    Clock clock;

    public ClientProofs read(Caller caller, String clientId) {
        var client = reachable(caller, clientId);
        return new ClientProofs(
                proofs.keys(clientId).stream().map(ClientKey::line).toList(),
                proofs.certificates(clientId).stream()
                        .map(ClientCertificate::line)
                        .toList(),
                CredentialPolicy.isOwner(caller, client.scope()),
                client.isSecretsRefused(),
                client.isCertificateRequired());
    }

    /** @param jwks the public keys, as a JWKS document (RFC 7517) */
    @RecentSecondFactor
    public void addKeys(Caller caller, String clientId, String jwks) {
        var client = changeable(caller, clientId);
        CredentialPolicy.requireOwner(
                caller, client.scope()); // whoever holds the private key has the tokens of the client
        client.proveOtherwise(clock.instant());
        for (var key : KeyDocument.read(jwks)) {
            var known = proofs.keys(clientId);
            var added = new ClientKey(clientId, key, clock.instant());
            requireRoom(known.size());
            if (known.stream().anyMatch(other -> other.kid().equals(added.kid()))) {
                throw new InvalidRequest(Words.text("clients.proof.sameKey", added.kid()));
            }
            proofs.add(added);
            changes.record(caller, AuditAction.CREDENTIALS_KEY_ADDED, client, facts(added.line()));
        }
    }

    /** Removes a key; its tokens end within five seconds. */
    @RecentSecondFactor
    public void removeKey(Caller caller, String clientId, UUID id) {
        var client = changeable(caller, clientId);
        var known = proofs.keys(clientId);
        if (client.isSecretsRefused() && known.size() == 1) {
            throw new InvalidRequest(Words.text("clients.proof.lastKey"));
        }
        known.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(key -> {
            proofs.remove(key);
            changes.record(caller, AuditAction.CREDENTIALS_KEY_REMOVED, client, facts(key.line()));
        });
    }

    /** @param pem one certificate */
    @RecentSecondFactor
    public void addCertificate(Caller caller, String clientId, String pem) {
        var client = changeable(caller, clientId);
        var certificate = CertificateText.read(pem);
        var added = new ClientCertificate(clientId, certificate, clock.instant());
        var known = proofs.certificates(clientId);
        requireRoom(known.size());
        if (!added.isLive(clock.instant())) {
            throw new InvalidRequest(Words.text("clients.proof.expired"));
        }
        if (known.stream().anyMatch(other -> other.is(CertificateText.thumbprint(certificate)))) {
            throw new InvalidRequest(Words.text("clients.proof.sameCertificate"));
        }
        proofs.add(added);
        changes.record(caller, AuditAction.CREDENTIALS_CERTIFICATE_ADDED, client, facts(added.line()));
    }

    /** The tokens that are bound to it end within five seconds. */
    @RecentSecondFactor
    public void removeCertificate(Caller caller, String clientId, UUID id) {
        var client = changeable(caller, clientId);
        var known = proofs.certificates(clientId);
        if (client.isCertificateRequired() && known.size() == 1) {
            throw new InvalidRequest(Words.text("clients.proof.lastCertificate"));
        }
        known.stream().filter(each -> each.id().equals(id)).findFirst().ifPresent(certificate -> {
            proofs.remove(certificate);
            changes.record(caller, AuditAction.CREDENTIALS_CERTIFICATE_REMOVED, client, facts(certificate.line()));
        });
    }

    /** Sets which proofs the client must use; tokens without them end within five seconds. */
    @RecentSecondFactor
    public void require(Caller caller, String clientId, boolean secretsRefused, boolean certificateRequired) {
        var client = changeable(caller, clientId);
        if (secretsRefused && proofs.keys(clientId).isEmpty()) {
            throw new InvalidRequest(Words.text("clients.proof.noKey"));
        }
        if (certificateRequired && proofs.certificates(clientId).isEmpty()) {
            throw new InvalidRequest(Words.text("clients.proof.noCertificate"));
        }
        changes.require(caller, client, secretsRefused, certificateRequired);
    }

    private static void requireRoom(int known) {
        if (known >= MOST) {
            throw new InvalidRequest(Words.text("clients.proof.tooMany"));
        }
    }

    private static Changes facts(ProofLine line) {
        return Changes.of("name", line.name()).and("thumbprint", line.thumbprint());
    }

    private ApiClient changeable(Caller caller, String clientId) {
        clients.find(clientId).flatMap(ApiClient::subscription).ifPresent(clients::lock);
        var client = reachable(caller, clientId);
        if (client.isRevoked()) {
            throw new InvalidRequest(Words.text("clients.credentials.revoked"));
        }
        return clients.requireForUpdate(clientId);
    }

    private ApiClient reachable(Caller caller, String clientId) {
        var client = clients.find(clientId);
        var subscription = client.flatMap(ApiClient::subscription);
        if (subscription.isPresent()) {
            subscriptions.manageable(caller, subscription.get());
        } else if (client.isPresent()) {
            CredentialPolicy.requireReach(caller, client.get());
        } else if (!caller.is(RoleNames.ADMIN)) {
            throw new NotAllowed();
        }
        return client.orElseThrow(() -> NotFound.of("Client"));
    }
}
