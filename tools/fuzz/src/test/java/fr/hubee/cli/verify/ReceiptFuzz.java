package fr.hubee.cli.verify;

import com.nimbusds.jose.util.Base64URL;
import fr.hubee.journal.seal.SealKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A receipt or a certificate that anybody gives to {@code verify-receipt}: the first line is its header, the rest its claims; they are signed
 * here, so that more than the signature is read.
 */
public final class ReceiptFuzz {
    private static final SealKey KEY = SealKey.of(new byte[32]);
    private static final PrintStream NOWHERE =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private ReceiptFuzz() {}

    public static void read(byte[] input) throws IOException {
        verify(input);
        var text = new String(input, StandardCharsets.UTF_8);
        int line = Math.max(text.indexOf('\n'), 0);
        var header = text.substring(0, line).replace("KEY", KEY.published().toString());
        var content = Base64URL.encode(header) + "." + Base64URL.encode(text.substring(line));
        var signature = Base64URL.encode(KEY.sign(content.getBytes(StandardCharsets.US_ASCII)));
        verify((content + "." + signature).getBytes(StandardCharsets.US_ASCII));
    }

    private static void verify(byte[] bytes) throws IOException {
        var file = Path.of(
                System.getProperty("java.io.tmpdir"),
                "fuzz-receipt-" + ProcessHandle.current().pid());
        Files.write(file, bytes);
        new VerifyReceiptCommand(NOWHERE, Clock.systemUTC()).start(List.of(file.toString()));
        Files.delete(file);
    }
}
