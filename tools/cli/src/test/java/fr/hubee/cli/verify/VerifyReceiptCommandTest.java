package fr.hubee.cli.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file alone is verified, on any machine; the example is that of docs/receipts.md. */
class VerifyReceiptCommandTest {
    private static final String KEY_OF_THE_EXAMPLE =
            "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"kid\":\"any\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}";

    private static final String KID = "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    static String example() throws IOException {
        var found = Pattern.compile("eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]{86}")
                .matcher(Files.readString(Path.of("..", "..", "docs", "receipts.md")));
        assertTrue(found.find());
        return found.group();
    }

    int verify(String text, String... more) throws IOException {
        var file = Files.writeString(folder.resolve("file"), text, StandardCharsets.ISO_8859_1);
        var arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(List.of(more));
        return new VerifyReceiptCommand(
                        new PrintStream(said, true, StandardCharsets.UTF_8),
                        Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC))
                .start(arguments);
    }

    String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    static String certificate(Instant end) {
        var key = SealKey.of(new byte[32]);
        return SignedClaims.signWithKey("hubee-software-certificate", """
                {"version":1,"iss":"https://hubee.example","sub":"EDT-99000201800012-00000",
                "jti":"01a21512-0ecd-7002-9569-d7be66989d95","iat":1764471600,"exp":%d,"profile":"SI",
                "software":{"editor":"Ponant","application":"Escale","version":"4.2.1","major":4},
                "scenarios":["nominal"]}""".formatted(end.getEpochSecond()), key);
    }

    @Test
    void aCertificateOfSoftwareIsVerifiedOfflineByTheKeySet() throws IOException {
        var certificate = certificate(Instant.parse("2026-12-02T00:00:00Z"));
        var keys = "{\"keys\":[" + SealKey.of(new byte[32]).published() + "]}";
        var published = Files.writeString(folder.resolve("jwks.json"), keys);

        assertEquals(0, verify(certificate, "--key-set", published.toString()));

        assertTrue(said().contains("Authentic: certificate of software 01a21512-0ecd-7002-9569-d7be66989d95"), said());
        assertTrue(said().contains("version      4, tried as 4.2.1"), said());
        assertEquals(3, verify(certificate));
        assertEquals(1, verify(certificate, "--key", KID));
    }

    @Test
    void aCertificateOfSoftwareIsBadOnceItsTermHasEnded() throws IOException {
        var key = SealKey.of(new byte[32]).id();

        assertEquals(1, verify(certificate(Instant.parse("2026-12-01T00:00:00Z")), "--key", key));

        assertTrue(said().contains("WHOSE TERM HAS ENDED"), said());
    }

    @Test
    void itTellsWhatWasSigned() throws IOException {
        assertEquals(0, verify(example(), "--key", KID));

        assertTrue(said().contains("Authentic: DEPOSIT of 2026-11-27T09:41:00.123456Z"), said());
        assertTrue(said().contains("OSL-99000001000019-00000"), said());
        assertTrue(said().contains(KID), said());
    }

    @Test
    void anotherKeyThanTheOneThatWasNotedIsRefused() throws IOException {
        assertEquals(1, verify(example(), "--key", "another"));

        assertTrue(said().contains("NOT AUTHENTIC: signed by a key that is not known"), said());
    }

    /** It is consistent, but so is a stranger's. */
    @Test
    void withoutAKeyItIsNotAuthentic() throws IOException {
        assertEquals(3, verify(example()));

        assertTrue(said().startsWith("Consistent, but nobody says who signed it"), said());
        assertFalse(said().contains("Authentic"), said());
    }

    /** A forgery: another number, signed by somebody else, whose header claims the name of the key of the hub, or not. */
    @Test
    void aReceiptSignedByAnotherKeyIsNeverAuthentic() throws IOException {
        var stranger = SealKey.of("the key of a stranger: 32 bytes!".getBytes(StandardCharsets.US_ASCII));
        var parts = example().split("\\.", -1);
        var claims = json(parts[1]);
        claims.put("number", "DEM-1-99");
        var forged = SignedClaims.signWithKey("hubee-receipt", claims, stranger);

        assertEquals(3, verify(forged));
        assertTrue(said().contains("DEM-1-99") && !said().contains("Authentic"), said());
        assertEquals(1, verify(forged, "--key", KID));
        assertEquals(1, verify(forged, "--key-set", keySet(KEY_OF_THE_EXAMPLE)));

        var header = json(forged.split("\\.", -1)[0]);
        header.put("kid", KID);
        var unsigned = Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "." + forged.split("\\.", -1)[1];
        var signature = Base64URL.encode(stranger.sign(unsigned.getBytes(StandardCharsets.US_ASCII)));
        assertEquals(1, verify(unsigned + "." + signature, "--key", KID));
    }

    @Test
    void theKeySetOfTheHubSaysWhoMayHaveSigned() throws IOException {
        assertEquals(0, verify(example(), "--key-set", keySet(KEY_OF_THE_EXAMPLE)));
        assertEquals(2, verify(example(), "--key-set", keySet("")));
        assertTrue(said().contains("there is no key of a hub in"), said());
    }

    static Map<String, Object> json(String part) {
        try {
            return JSONObjectUtils.parse(Base64URL.from(part).decodeToString());
        } catch (ParseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String keySet(String keys) throws IOException {
        return Files.writeString(folder.resolve("jwks.json"), "{\"keys\":[" + keys + "]}")
                .toString();
    }

    @Test
    void thePaperHoldsIt() throws IOException {
        assertEquals(0, verify("%PDF-1.6\n\0é stream\n" + example() + "\nendstream\n%%EOF", "--key", KID));
    }

    @Test
    void oneChangedLetterIsNotAuthentic() throws IOException {
        var example = example();
        int place = example.indexOf('.') + 40;
        var changed =
                example.substring(0, place) + (example.charAt(place) == 'A' ? 'B' : 'A') + example.substring(place + 1);

        assertEquals(1, verify(changed, "--key", KID));
        assertFalse(said().contains("Authentic"), said());
    }

    @Test
    void ofTwoNobodyKnowsWhichOneIsMeant() throws IOException {
        var other = example().substring(0, example().length() - 1) + "A";

        assertEquals(2, verify(example() + "\n" + other));
        assertEquals(2, verify("nothing"));
        assertEquals(2, verify(example(), "--unknown"));
    }
}
