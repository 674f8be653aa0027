package fr.hubee.exchange.receipt;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.audit.AuditAction;
import fr.hubee.journal.seal.GrowingTree;
import fr.hubee.journal.seal.LeafProof;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An entry of the journal, as the bytes that are hashed, in a tree of three leaves: docs/receipts.md shows it. */
final class SealedAct {
    /** RFC 8032 §7.1, the first two tests. */
    static final SealKey KEY = key("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

    static final SealKey LATER_KEY = key("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    static final UUID ENTRY = UUID.fromString("0190163d-8694-739b-aea5-966c26f8ad91");
    static final UUID CASE = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d95");
    static final UUID FILE = UUID.fromString("01a21512-0ecd-7002-9569-d7be66989d96");
    static final String DIGEST = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    static final String OPERATOR = "OSL-99000001000019-00000";
    static final String TOWN = "SI-99000101800011-99101";
    static final Instant AT = Instant.parse("2026-11-27T09:41:00.123456Z");

    private static final long MICROS = 1_000_000;
    private static final int NANOS_OF_MICRO = 1000;

    private final AuditAction action;
    private final String subject;
    private final Map<String, Object> changes = new LinkedHashMap<>();

    SealedAct(AuditAction action, Object subject) {
        this.action = action;
        this.subject = subject.toString();
    }

    private static SealKey key(String seed) {
        return SealKey.of(HexFormat.of().parseHex(seed));
    }

    /** An operator sends a case with one file to a town. */
    static SealedAct deposit() {
        return new SealedAct(AuditAction.CASE_TRANSMITTED, CASE)
                .with("digests", FILE + ":" + DIGEST)
                .with("externalId", "DEM-1-01")
                .with("processCode", "EtatCivil")
                .with("recipients", TOWN)
                .with("sender", OPERATOR);
    }

    SealedAct with(String field, Object after) {
        return changed(field, null, after);
    }

    SealedAct changed(String field, Object before, Object after) {
        changes.put(field, Arrays.asList(before, String.valueOf(after)));
        return this;
    }

    byte[] content() {
        var bytes = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(bytes)) {
            data.writeByte(1);
            data.writeLong(ENTRY.getMostSignificantBits());
            data.writeLong(ENTRY.getLeastSignificantBits());
            data.writeLong(AT.getEpochSecond() * MICROS + AT.getNano() / NANOS_OF_MICRO);
            for (var text : Arrays.asList(
                    "dila",
                    OPERATOR,
                    "192.0.2.1",
                    action.name(),
                    TOWN,
                    subject,
                    null,
                    JSONObjectUtils.toJSONString(changes),
                    "hubee")) {
                write(data, text);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream data, String text) throws IOException {
        if (text == null) {
            data.writeInt(-1);
        } else {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            data.writeInt(utf8.length);
            data.write(utf8);
        }
    }

    Receipt receipt() {
        return receipt(null);
    }

    /** @param proof null while the entry is not sealed */
    Receipt receipt(LeafProof proof) {
        return new ReceiptEntry(content(), proof).receipt().orElseThrow();
    }

    LeafProof proof(SealKey signer) {
        var mine = TreeHash.leaf(content());
        var before = TreeHash.leaf(new byte[] {1});
        var after = TreeHash.leaf(new byte[] {2});
        var tree = new GrowingTree();
        List.of(before, mine, after).forEach(tree::add);
        var head = new TreeHead(3, tree.root(), AT.plus(Duration.ofSeconds(42)));
        return new LeafProof(1, mine, List.of(before, after), head.sign(signer), SignedClaims.bare(signer.published()));
    }

    /** Signed by the key that has signed the head. */
    String jws() {
        return new SignedReceipt(receipt(proof(KEY)), KEY).jws().orElseThrow();
    }
}
