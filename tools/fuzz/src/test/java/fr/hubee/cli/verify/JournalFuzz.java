package fr.hubee.cli.verify;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.seal.Authorities;
import fr.hubee.journal.seal.SealKey;
import fr.hubee.journal.seal.SignedClaims;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** An export of the journal, or the proof of an entry, that anybody gives to {@code verify-journal}. Its heads are signed here. */
public final class JournalFuzz {
    private static final SealKey KEY = SealKey.of(new byte[32]);
    private static final Pattern UNSIGNED = Pattern.compile("<([^<>]*)>");

    private JournalFuzz() {}

    public static void read(byte[] input) throws IOException {
        var text = UNSIGNED.matcher(new String(input, StandardCharsets.UTF_8))
                .replaceAll(claims -> signed(claims.group(1)));
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new ProofFile(Set.of(), Authorities.of(List.of()), nowhere).verify(text);
        var export = "hubee-journal 1\nkey " + KEY.published() + "\n" + text;
        new JournalVerifier(Set.of(), WitnessLines.none(), Authorities.of(List.of()))
                .verify(new BufferedReader(new StringReader(export)))
                .say(nowhere, false);
        var witness = WitnessLines.of(new BufferedReader(new StringReader(text.replace("head ", ""))));
        new JournalVerifier(Set.of(), witness, Authorities.of(List.of()))
                .verify(new BufferedReader(new StringReader(export)))
                .say(nowhere, true);
    }

    private static String signed(String claims) {
        try {
            return SignedClaims.sign("hubee-journal-head", JSONObjectUtils.parse(claims), KEY);
        } catch (ParseException invalid) {
            return "none";
        }
    }
}
