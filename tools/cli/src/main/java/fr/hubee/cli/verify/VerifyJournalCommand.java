package fr.hubee.cli.verify;

import fr.hubee.cli.ExitCode;
import fr.hubee.journal.seal.Authorities;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * {@code verify-journal FILE [--key NAME]… [--key-set FILE|ADDRESS]… [--witness FILE] [--tsa FILE]…}: good means intact, or proven. The
 * file is an export of the journal, or a proof. Without a named key there is a reservation.
 */
public final class VerifyJournalCommand {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f;

    private final PrintStream out;

    VerifyJournalCommand(PrintStream out) {
        this.out = out;
    }

    public static int run(List<String> arguments) {
        return new VerifyJournalCommand(System.out).start(arguments.subList(1, arguments.size()));
    }

    int start(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var keys = new TrustedKeys();
        Path journal = null;
        List<Path> authorities = new ArrayList<>();
        Path witness = null;
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.equals("--witness") && !rest.isEmpty()) {
                witness = Path.of(rest.pop());
            } else if (word.equals("--tsa") && !rest.isEmpty()) {
                authorities.add(Path.of(rest.pop()));
            } else if (journal == null && !word.startsWith("--")) {
                journal = Path.of(word);
            } else if (!keys.take(word, rest)) {
                journal = null;
                break;
            }
        }
        if (journal == null) {
            out.println("Usage: verify-journal FILE " + TrustedKeys.USAGE + " [--witness FILE] [--tsa FILE]...");
            return ExitCode.NOT_UNDERSTOOD;
        }
        try {
            return verify(journal, keys.read(), witness, authorities);
        } catch (EOFException | ZipException invalid) {
            out.println("NOT INTACT: " + invalid.getMessage());
            return ExitCode.BAD;
        } catch (NoSuchFileException gone) {
            out.println("There is no file " + gone.getMessage());
        } catch (IOException invalid) {
            out.println("It cannot be read: " + invalid.getMessage());
        }
        return ExitCode.NOT_UNDERSTOOD;
    }

    private int verify(Path journal, Set<String> keys, Path witness, List<Path> certificates) throws IOException {
        try (var file = open(journal);
                var heads = witness == null ? null : open(witness)) {
            var authorities = Authorities.of(certificates);
            file.mark(1);
            boolean isProof = file.read() == '{';
            file.reset();
            if (isProof) {
                var text = file.lines().collect(Collectors.joining("\n"));
                return new ProofFile(keys, authorities, out).verify(text);
            }
            var lines = heads == null ? WitnessLines.none() : WitnessLines.of(heads);
            var verdict = new JournalVerifier(keys, lines, authorities).verify(file);
            boolean isTrusted = !keys.isEmpty();
            verdict.say(out, isTrusted);
            return verdict.isIntact() ? good(isTrusted) : ExitCode.BAD;
        }
    }

    static int good(boolean isTrusted) {
        return isTrusted ? ExitCode.GOOD : ExitCode.WITH_RESERVATION;
    }

    /** Opens a file, compressed or not. */
    private static BufferedReader open(Path path) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(path), BUFFER);
        bytes.mark(1);
        int first = bytes.read();
        bytes.reset();
        if (first == GZIP) {
            bytes = new GZIPInputStream(bytes, BUFFER);
        }
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), BUFFER);
    }
}
