package fr.hubee.journal.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A head contains exactly what its key has signed. */
class TreeHeadTest {
    /** RFC 8032 §7.1, the first test. */
    private static final SealKey KNOWN =
            SealKey.of(HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

    private static final TreeHead HEAD =
            new TreeHead(7, TreeHash.leaf(new byte[] {1}), Instant.parse("2026-11-27T09:41:00.123456Z"));

    private static TreeHead verify(String jws) {
        return TreeHead.verify(jws, Map.of(KNOWN.id(), TreeHead.publicKey(KNOWN.published()))::get);
    }

    @Test
    void aKeyAndItsSignaturesAreThoseOfTheStandard() {
        assertEquals(
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                HexFormat.of().formatHex(KNOWN.published().getX().decode()));
        assertEquals("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k", KNOWN.id()); // RFC 8037, appendix A.3
        assertEquals(
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
                HexFormat.of().formatHex(KNOWN.sign(new byte[0])));
    }

    @Test
    void whatIsPublishedOfAKeyIsNotItsSecret() {
        assertNull(KNOWN.published().getD());
    }

    @Test
    void aHeadIsReadAsItWasSigned() {
        assertEquals(HEAD, verify(HEAD.sign(KNOWN)));
    }

    @Test
    void anotherContentOrAnotherKeyIsNoHead() {
        var parts = HEAD.sign(KNOWN).split("\\.", -1);
        var other = HEAD.sign(SealKey.of(new byte[32]));
        var unsigned = Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + ".";
        var claims = new String(Base64URL.from(parts[1]).decode(), StandardCharsets.UTF_8);
        var larger = parts[0] + "." + Base64URL.encode(claims.replace("7", "8")) + "." + parts[2];

        for (var forged : new String[] {other, unsigned, larger, "nonsense", ""}) {
            assertThrows(IllegalArgumentException.class, () -> verify(forged), forged);
        }
    }

    @Test
    void anotherDocumentThatTheKeyHasSignedIsNoHead() {
        var claims = Base64URL.encode("{\"size\":7,\"root\":\"" + HEAD.root() + "\",\"at\":\"" + HEAD.at() + "\"}");
        var header = Base64URL.encode("{\"alg\":\"EdDSA\",\"typ\":\"receipt\",\"kid\":\"" + KNOWN.id() + "\"}");
        var content = header + "." + claims;
        var signature = Base64URL.encode(KNOWN.sign(content.getBytes(StandardCharsets.US_ASCII)));

        var refusal = assertThrows(IllegalArgumentException.class, () -> verify(content + "." + signature));
        assertTrue(refusal.getMessage().contains("not signed as hubee-journal-head"), refusal::getMessage);
    }
}
