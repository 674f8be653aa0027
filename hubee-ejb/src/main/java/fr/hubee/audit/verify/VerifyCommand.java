package fr.hubee.audit.verify;

import fr.hubee.audit.stamp.Authorities;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/**
 * {@code verify-journal FILE [--key NAME]… [--witness FILE] [--tsa FILE]…}: the exit code is 0 for intact, 1 for not, 2 for what nobody understands.
 * The file is an export of the journal, or a proof.
 */
public final class VerifyCommand {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x1f;

    private final PrintStream out;

    VerifyCommand(PrintStream out) {
        this.out = out;
    }

    public static int run(List<String> arguments) {
        return new VerifyCommand(System.out).start(arguments.subList(1, arguments.size()));
    }

    int start(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        Set<String> keys = new HashSet<>();
        Path journal = null;
        List<Path> authorities = new ArrayList<>();
        Path witness = null;
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.equals("--key") && !rest.isEmpty()) {
                keys.add(rest.pop());
            } else if (word.equals("--witness") && !rest.isEmpty()) {
                witness = Path.of(rest.pop());
            } else if (word.equals("--tsa") && !rest.isEmpty()) {
                authorities.add(Path.of(rest.pop()));
            } else if (journal == null && !word.startsWith("--")) {
                journal = Path.of(word);
            } else {
                journal = null;
                break;
            }
        }
        if (journal == null) {
            out.println("Usage: verify-journal FILE [--key NAME]... [--witness FILE] [--tsa FILE]...");
            return 2;
        }
        return verify(journal, keys, witness, authorities);
    }

    private int verify(Path journal, Set<String> keys, Path witness, List<Path> certificates) {
        try (var file = open(journal);
                var heads = witness == null ? null : open(witness)) {
            var authorities = Authorities.of(certificates);
            file.mark(1);
            boolean isProof = file.read() == '{';
            file.reset();
            if (isProof) {
                var text = file.lines().collect(Collectors.joining("\n"));
                return new ProofFile(keys, authorities, out).verify(text) ? 0 : 1;
            }
            var lines = heads == null ? WitnessLines.none() : WitnessLines.of(heads);
            var verdict = new JournalVerifier(keys, lines, authorities).verify(file);
            verdict.say(out);
            return verdict.isIntact() ? 0 : 1;
        } catch (NoSuchFileException missing) {
            out.println("There is no file " + missing.getMessage());
            return 2;
        } catch (IOException unreadable) {
            out.println("NOT INTACT: " + unreadable.getMessage());
            return 1;
        }
    }

    /** As it is, or compressed. */
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
