package fr.hubee.fuzz;

import fr.hubee.api.clients.TokenFuzz;
import fr.hubee.api.exchange.BodyFuzz;
import fr.hubee.api.exchange.HeaderFuzz;
import fr.hubee.cli.verify.JournalFuzz;
import fr.hubee.cli.verify.ReceiptFuzz;
import fr.hubee.clients.token.ProofFuzz;
import fr.hubee.desk.bundle.NameFuzz;
import fr.hubee.desk.caselist.SearchFuzz;
import fr.hubee.directory.organization.ImportFuzz;
import fr.hubee.directory.process.GateFuzz;
import fr.hubee.exchange.feed.AddressFuzz;
import fr.hubee.http.ForwardedFuzz;
import fr.hubee.journal.seal.StampFuzz;
import fr.hubee.portal.frame.PartsFuzz;
import fr.hubee.portal.page.ViewFuzz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Code that reads bytes of strangers. It refuses them, or accepts them; anything else is a fault of ours, and so is a second of work. */
enum Target {
    JOURNAL(JournalFuzz::read),
    RECEIPT(ReceiptFuzz::read),
    STAMP(StampFuzz::read),
    PROOF(ProofFuzz::read),
    TOKEN(TokenFuzz::read),
    BODY(BodyFuzz::read),
    HEADER(HeaderFuzz::read),
    FORWARDED(ForwardedFuzz::read),
    ADDRESS(AddressFuzz::read),
    GATE(GateFuzz::read),
    IMPORT(ImportFuzz::read),
    NAME(NameFuzz::read),
    SEARCH(SearchFuzz::read),
    PARTS(PartsFuzz::read),
    VIEW(ViewFuzz::read);

    private static final Duration LONGEST = Duration.ofSeconds(1);

    @SuppressWarnings("ImmutableEnumChecker") // a method
    private final Reader reader;

    private interface Reader {
        void read(byte[] input) throws IOException;
    }

    Target(Reader reader) {
        this.reader = reader;
    }

    /** Reads an input; the time is that of the processor, since the machine may be busy with something else. */
    void read(byte[] input) {
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        try {
            reader.read(input);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var took = Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin);
        if (took.compareTo(LONGEST) > 0) {
            throw new AssertionError("It took " + took.toMillis() + " ms");
        }
    }

    /** Reads an input while classes are being loaded, which takes time that is not counted. */
    void warm(byte[] input) throws IOException {
        reader.read(input);
    }

    /** Returns the folder of the inputs that are kept. */
    Path corpus() {
        return Path.of("corpus", name().toLowerCase(Locale.ROOT)).toAbsolutePath();
    }

    List<byte[]> kept() throws IOException {
        try (var files = Files.list(corpus())) {
            return files.sorted().map(Target::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
