package fr.hubee.cli.verify;

import fr.hubee.cli.ExitCode;
import fr.hubee.clients.bench.SignedCertificate;
import fr.hubee.exchange.receipt.DeletionCertificate;
import fr.hubee.exchange.receipt.ReceiptVerifier;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedDeletion;
import fr.hubee.exchange.receipt.ReceiptVerifier.VerifiedReceipt;
import fr.hubee.journal.seal.TreeHead;
import fr.hubee.kernel.shared.SystemClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;

/**
 * {@code verify-receipt FILE [--key NAME]… [--key-set FILE|ADDRESS]…}: good means authentic. The file is a signature, or the PDF that holds
 * it; a certificate of software is verified in the same way, and must not have ended. Anybody can make a consistent one: without a named key there is a reservation.
 */
public final class VerifyReceiptCommand {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final PrintStream out;
    private final Clock clock;

    VerifyReceiptCommand(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    public static int run(List<String> arguments) {
        return new VerifyReceiptCommand(System.out, SystemClock.get()).start(arguments.subList(1, arguments.size()));
    }

    int start(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var keys = new TrustedKeys();
        Path file = null;
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (file == null && !word.startsWith("--")) {
                file = Path.of(word);
            } else if (!keys.take(word, rest)) {
                file = null;
                break;
            }
        }
        if (file == null) {
            out.println("Usage: verify-receipt FILE " + TrustedKeys.USAGE);
            return ExitCode.NOT_UNDERSTOOD;
        }
        try {
            return verify(file, keys.read());
        } catch (NoSuchFileException gone) {
            out.println("There is no file " + gone.getMessage());
        } catch (IOException invalid) {
            out.println("It cannot be read: " + invalid.getMessage());
        }
        return ExitCode.NOT_UNDERSTOOD;
    }

    private int verify(Path file, Set<String> trusted) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("no receipt is as large as that");
        }
        var jws = ReceiptVerifier.find(Files.readAllBytes(file));
        if (jws.isEmpty()) {
            out.println("There is no signed receipt in it, or more than one: nothing is verified");
            return ExitCode.NOT_UNDERSTOOD;
        }
        try {
            boolean isTrusted = !trusted.isEmpty();
            if (SignedCertificate.isOne(jws.get())) {
                return say(
                        SignedCertificate.verify(jws.get(), name -> !isTrusted || trusted.contains(name)), isTrusted);
            }
            var keys = ReceiptVerifier.keysIn(jws.get());
            keys.keySet().removeIf(name -> isTrusted && !trusted.contains(name));
            if (ReceiptVerifier.isDeletion(jws.get())) {
                var verified = ReceiptVerifier.verifyDeletion(jws.get(), keys::get);
                verdict(
                        isTrusted,
                        "certificate of deletion " + verified.certificate().id());
                say(verified);
            } else {
                var verified = ReceiptVerifier.verify(jws.get(), keys::get);
                verdict(
                        isTrusted,
                        verified.receipt().kind() + " of " + verified.receipt().at());
                say(verified);
            }
            out.println("Only this is signed: compare it with what the paper shows.");
            return isTrusted ? ExitCode.GOOD : ExitCode.WITH_RESERVATION;
        } catch (IllegalArgumentException invalid) {
            out.println("NOT AUTHENTIC: " + invalid.getMessage());
            return ExitCode.BAD;
        }
    }

    /** Prints a certificate of software, which has a term; whether it was revoked, only the hub knows. */
    private int say(SignedCertificate signed, boolean isTrusted) {
        var certificate = signed.certificate();
        boolean isOver = !certificate.isValid(clock.instant());
        verdict(isTrusted, "certificate of software " + certificate.id() + (isOver ? ", WHOSE TERM HAS ENDED" : ""));
        line("organization", certificate.organization());
        line("editor", certificate.software().editorName() + ", as it says itself");
        line("software", certificate.software().applicationName());
        line(
                "version",
                certificate.majorVersion() + ", tried as "
                        + certificate.software().softwareVersion());
        line("profile", certificate.profile());
        line("scenarios", String.join(", ", signed.scenarios()));
        line("issued", certificate.issuedAt() + " by " + signed.issuer());
        line("until", certificate.expiresAt());
        line("key", signed.signer());
        out.println("Whether it was revoked, the hub says: " + signed.issuer() + "/verifier-certificat?id="
                + certificate.id());
        return isOver ? ExitCode.BAD : VerifyJournalCommand.good(isTrusted);
    }

    private void verdict(boolean isTrusted, String what) {
        out.println(
                isTrusted
                        ? "Authentic: " + what
                        : "Consistent, but " + TrustedKeys.NOBODY_SAYS + System.lineSeparator() + "  " + what);
    }

    private void say(VerifiedReceipt verified) {
        var receipt = verified.receipt();
        line("télédossier", receipt.number());
        line("about", receipt.about());
        line("démarche", receipt.process());
        line("from", receipt.sender() == null ? "the hub" : receipt.sender());
        receipt.recipients().forEach(recipient -> line("to", recipient));
        line("status", receipt.after() == null ? null : receipt.before() + " -> " + receipt.after());
        receipt.files().forEach(file -> line("file", file.id() + ", SHA-256 " + file.sha256()));
        if (receipt.isPurge()) {
            line("rule", receipt.rule());
            line("counted in", receipt.certificate() + ", list " + receipt.list());
        }
        line(
                "journal",
                "entry " + receipt.entry() + ", leaf " + receipt.journal().leaf() + " of "
                        + verified.head().size() + ", " + receipt.journal().hash());
        line("sealed", verified.head().at());
        line("key", verified.signer());
    }

    private void say(VerifiedDeletion verified) {
        var certificate = verified.certificate();
        line("démarche", certificate.process());
        line("operator", certificate.operator());
        for (var part : certificate.parts()) {
            line(
                    "deleted",
                    part.items() + " " + part.kind() + ", " + part.bytes() + " bytes, from " + part.from() + " to "
                            + part.to());
            line("  rule", part.rule());
            line("  list", part.list());
            line("  entry", part.entry());
        }
        if (certificate.share() != null) {
            say(certificate.share());
        }
        line("keys", certificate.keys() + " destroyed, list " + certificate.keysList());
        line("before", verified.before().map(VerifyReceiptCommand::head).orElse("nothing was sealed"));
        line("after", head(verified.after()));
        line("key", verified.signer());
    }

    private void say(DeletionCertificate.Share share) {
        line("of which", "of " + share.organization());
        line("  files", share.files() + ", " + share.bytes() + " bytes");
        line("  cases", share.cases());
        line("  folders", share.folders());
        line("  list", share.list());
        line("  entry", share.entry());
    }

    private static String head(TreeHead head) {
        return head.size() + " leaves, " + head.root() + ", " + head.at();
    }

    /** Prints a value without control characters: it may come from anywhere. */
    private void line(String name, Object value) {
        if (value != null) {
            out.printf("  %-12s %s%n", name, value.toString().replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
