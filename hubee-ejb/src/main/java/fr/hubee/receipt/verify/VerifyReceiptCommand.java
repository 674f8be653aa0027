package fr.hubee.receipt.verify;

import fr.hubee.audit.seal.TreeHead;
import fr.hubee.receipt.DeletionCertificate;
import fr.hubee.receipt.Receipt;
import fr.hubee.receipt.ReceiptVerifier;
import fr.hubee.receipt.VerifiedDeletion;
import fr.hubee.receipt.VerifiedReceipt;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code verify-receipt FILE [--key NAME]…}: the exit code is 0 for authentic, 1 for not, 2 for what nobody understands. The file is a
 * signature, or the PDF that holds it.
 */
public final class VerifyReceiptCommand {
    private static final int LARGEST = 16 * 1024 * 1024;

    private final PrintStream out;

    VerifyReceiptCommand(PrintStream out) {
        this.out = out;
    }

    public static int run(List<String> arguments) {
        return new VerifyReceiptCommand(System.out).start(arguments.subList(1, arguments.size()));
    }

    int start(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        Set<String> keys = new HashSet<>();
        Path file = null;
        while (!rest.isEmpty()) {
            var word = rest.pop();
            if (word.equals("--key") && !rest.isEmpty()) {
                keys.add(rest.pop());
            } else if (file == null && !word.startsWith("--")) {
                file = Path.of(word);
            } else {
                file = null;
                break;
            }
        }
        if (file == null) {
            out.println("Usage: verify-receipt FILE [--key NAME]...");
            return 2;
        }
        try {
            return verify(file, keys);
        } catch (NoSuchFileException missing) {
            out.println("There is no file " + missing.getMessage());
            return 2;
        } catch (IOException unreadable) {
            out.println("It cannot be read: " + unreadable.getMessage());
            return 2;
        }
    }

    private int verify(Path file, Set<String> trusted) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("no receipt is as large as that");
        }
        var jws = ReceiptText.find(Files.readAllBytes(file));
        if (jws.isEmpty()) {
            out.println("NOT AUTHENTIC: there is no signed receipt in it, or more than one");
            return 1;
        }
        try {
            var keys = ReceiptVerifier.keysIn(jws.get());
            keys.keySet().removeIf(name -> !trusted.isEmpty() && !trusted.contains(name));
            if (ReceiptVerifier.isDeletion(jws.get())) {
                say(ReceiptVerifier.verifyDeletion(jws.get(), keys::get));
            } else {
                say(ReceiptVerifier.verify(jws.get(), keys::get));
            }
            return 0;
        } catch (IllegalArgumentException forged) {
            out.println("NOT AUTHENTIC: " + forged.getMessage());
            return 1;
        }
    }

    private void say(VerifiedReceipt verified) {
        var receipt = verified.receipt();
        out.println("Authentic: " + receipt.kind() + " of " + receipt.at());
        line("télédossier", receipt.number());
        line("about", receipt.about());
        line("démarche", receipt.process());
        line("from", receipt.sender() == null ? "the hub" : receipt.sender());
        receipt.recipients().forEach(recipient -> line("to", recipient));
        line("status", receipt.after() == null ? null : receipt.before() + " -> " + receipt.after());
        receipt.files().forEach(file -> line("file", file.id() + ", SHA-256 " + file.sha256()));
        purge(receipt.purge());
        line(
                "journal",
                "entry " + receipt.entry() + ", leaf " + verified.leaf() + " of "
                        + verified.head().size() + ", " + verified.hash());
        line("sealed", verified.head().at());
        line("key", verified.signer());
    }

    private void say(VerifiedDeletion verified) {
        var certificate = verified.certificate();
        out.println("Authentic: certificate of deletion " + certificate.id());
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

    private void purge(Receipt.Purge purge) {
        if (purge != null) {
            line("rule", purge.rule());
            line("counted in", purge.certificate() + ", list " + purge.list());
        }
    }

    /** What is written may have come from anywhere: no control character reaches a terminal. */
    private void line(String name, Object value) {
        if (value != null) {
            out.printf("  %-12s %s%n", name, value.toString().replaceAll("\\p{Cntrl}", "?"));
        }
    }
}
