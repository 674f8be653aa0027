package fr.hubee.exchange.receipt;

import fr.hubee.clients.token.FailedLoginLimiter;
import fr.hubee.clients.token.RateLimit;
import fr.hubee.exchange.receipt.ReceiptCheckService.ReceiptCheck.Verdict;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedDeletion;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedReceipt;
import fr.hubee.journal.seal.SealedEntries;
import fr.hubee.journal.seal.TreeHead;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks for anybody whether a receipt is from the hub. It shows organisations, never a person, and no number of a télédossier. */
@Stateless
@PermitAll // whoever holds a paper may ask
public class ReceiptCheckService {
    @Inject
    ReceiptFactory receipts;

    @Inject
    Deletions deletions;

    @Inject
    SealedEntries entries;

    @Inject
    ReceiptRepository journal;

    @Inject
    FailedLoginLimiter limiter;

    /** @param link of the QR code */
    public ReceiptCheck checkLink(String address, String link) throws IOException {
        var wait = wait(address);
        if (wait.isPresent()) {
            return tooMany(wait.get());
        }
        var keys = publicKeys();
        var known = ReceiptLink.verify(link, keys.values());
        if (known.isEmpty()) {
            return ReceiptCheck.of(Verdict.FALSE);
        }
        return signed(known.get()).map(jws -> verify(jws, keys)).orElseGet(() -> ReceiptCheck.of(Verdict.FORGOTTEN));
    }

    private Optional<String> signed(ReceiptLink link) throws IOException {
        return link.about().equals(SignedDeletion.NO_CASE)
                ? deletions.find(link.entry()).flatMap(SignedDeletion::jws)
                : receipts.find(link.entry(), link.about()).flatMap(SignedReceipt::jws);
    }

    /** @param jws a signature, as it stands in a file */
    public ReceiptCheck check(String address, String jws) throws IOException {
        var wait = wait(address);
        return wait.isPresent() ? tooMany(wait.get()) : verify(jws, publicKeys());
    }

    private ReceiptCheck verify(String jws, Map<String, PublicKey> keys) {
        try {
            if (ReceiptVerifier.isDeletion(jws)) {
                var verified = ReceiptVerifier.verifyDeletion(jws, keys::get);
                var certificate = verified.certificate();
                var names = journal.names(certificate.organizations(), Stream.of(certificate.process()));
                return ReceiptCheck.authentic(Optional.empty(), Optional.of(verified), names);
            }
            var verified = ReceiptVerifier.verify(jws, keys::get);
            var receipt = verified.receipt();
            var names = journal.names(receipt.organizations(), Stream.of(receipt.process()));
            return ReceiptCheck.authentic(Optional.of(verified), Optional.empty(), names);
        } catch (IllegalArgumentException invalid) {
            return ReceiptCheck.of(Verdict.FALSE);
        }
    }

    private Map<String, PublicKey> publicKeys() throws IOException {
        var keys = new HashMap<String, PublicKey>();
        entries.keys().forEach((name, key) -> keys.put(name, TreeHead.publicKey(key)));
        return keys;
    }

    /** Returns the wait before the next check, since each one costs database queries. */
    private Optional<Duration> wait(String address) {
        var wait = limiter.hold(address).map(RateLimit::reset);
        limiter.asked(address);
        return wait;
    }

    private static ReceiptCheck tooMany(Duration wait) {
        return new ReceiptCheck(Verdict.TOO_MANY, Optional.empty(), Optional.empty(), Optional.empty(), wait);
    }

    /**
     * The answer of the hub about a receipt that somebody submits.
     *
     * @param verified only of a receipt that is authentic
     * @param deletion only of a certificate that is authentic
     * @param names only with one of these
     * @param pause before the next check; only after too many
     */
    public record ReceiptCheck(
            Verdict verdict,
            Optional<VerifiedReceipt> verified,
            Optional<VerifiedDeletion> deletion,
            Optional<ReceiptNames> names,
            Duration pause) {

        public enum Verdict {
            AUTHENTIC,
            FALSE,
            /** Signed by the hub, but its entry is no longer in the journal: only the file can be verified. */
            FORGOTTEN,
            TOO_MANY
        }

        /** Whether that is the number of the télédossier that an authentic receipt is about. */
        public boolean isAbout(String number) {
            return verified.map(each -> each.receipt().number())
                    .filter(number::equals)
                    .isPresent();
        }

        static ReceiptCheck authentic(
                Optional<VerifiedReceipt> receipt, Optional<VerifiedDeletion> deletion, ReceiptNames names) {
            return new ReceiptCheck(Verdict.AUTHENTIC, receipt, deletion, Optional.of(names), Duration.ZERO);
        }

        static ReceiptCheck of(Verdict verdict) {
            return new ReceiptCheck(verdict, Optional.empty(), Optional.empty(), Optional.empty(), Duration.ZERO);
        }
    }
}
