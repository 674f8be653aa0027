package fr.hubee.cli.verify;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.cli.ExitCode;
import fr.hubee.journal.seal.Authorities;
import fr.hubee.journal.seal.KeptEntry;
import fr.hubee.journal.seal.Proofs;
import fr.hubee.journal.seal.TreeHash;
import fr.hubee.journal.seal.TreeHead;
import java.io.PrintStream;
import java.security.PublicKey;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks the proof of one entry, or that one head is the beginning of another. */
final class ProofFile {
    private final Set<String> trusted;
    private final Authorities authorities;
    private final PrintStream out;

    /**
     * @param trusted the names of the keys that may sign; none for all keys of the proof
     * @param authorities whose time stamps are accepted; none for all
     */
    ProofFile(Set<String> trusted, Authorities authorities, PrintStream out) {
        this.trusted = trusted;
        this.authorities = authorities;
        this.out = out;
    }

    /** @return the exit code */
    int verify(String text) {
        try {
            var proof = JSONObjectUtils.parse(text);
            switch (String.valueOf(proof.get("type"))) {
                case "hubee-journal-proof" -> say(proof);
                case "hubee-journal-consistency" -> compare(proof);
                default -> throw new ParseException("of no known type", 0);
            }
            if (trusted.isEmpty()) {
                out.println("Consistent, but " + TrustedKeys.NOBODY_SAYS);
            }
            return VerifyJournalCommand.good(!trusted.isEmpty());
        } catch (ParseException | JOSEException | ClassCastException | NullPointerException invalid) {
            out.println("This is no proof: nothing is verified");
            return ExitCode.NOT_UNDERSTOOD;
        } catch (IllegalArgumentException refused) {
            out.println("NOT PROVEN: " + refused.getMessage());
            return ExitCode.BAD;
        }
    }

    private void say(Map<String, Object> proof) throws ParseException, JOSEException {
        var keys = keys(proof);
        var head = TreeHead.verify((String) proof.get("head"), keys::get);
        long leaf = ((Number) proof.get("leaf")).longValue();
        var hash = TreeHash.ofHex((String) proof.get("hash"));
        var path = path(proof);
        if (!Proofs.includes(head.root(), head.size(), leaf, hash, path)) {
            throw new IllegalArgumentException("the leaf is not in the tree that was signed at " + head.at());
        }
        var stamps = new StampLines(authorities);
        stamps.follows((String) proof.get("head"), head);
        if (proof.get("stamp") != null) {
            stamps.read((String) proof.get("stamp"));
        }
        stamps.problem().ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        out.println("Leaf " + leaf + " of " + head.size() + ", signed at " + head.at() + " by one of " + keys.keySet());
        stamps.upTo().ifPresent(out::println);
        var content = (String) proof.get("content");
        if (content == null) {
            out.println("The entry itself was deleted by retention (supprimée par la durée de conservation).");
        } else {
            out.println(entry(Base64.getDecoder().decode(content), hash, (String) proof.get("entry")));
        }
    }

    private void compare(Map<String, Object> proof) throws ParseException, JOSEException {
        var keys = keys(proof);
        var first = TreeHead.verify((String) proof.get("first"), keys::get);
        var second = TreeHead.verify((String) proof.get("second"), keys::get);
        if (!Proofs.isConsistent(first.size(), first.root(), second.size(), second.root(), path(proof))) {
            throw new IllegalArgumentException(
                    "the tree of " + first.at() + " is not the beginning of that of " + second.at());
        }
        out.println(proven() + "the " + first.size() + " leaves of " + first.at() + " are the first of the "
                + second.size() + " of " + second.at());
    }

    private String proven() {
        return trusted.isEmpty() ? "Consistent: " : "Proven: ";
    }

    private static List<TreeHash> path(Map<String, Object> proof) throws ParseException {
        return JSONObjectUtils.getStringList(proof, "path").stream()
                .map(TreeHash::ofHex)
                .toList();
    }

    private String entry(byte[] content, TreeHash hash, String name) {
        var entry = KeptEntry.of(content);
        if (!TreeHash.leaf(content).equals(hash) || !entry.id().toString().equals(name)) {
            throw new IllegalArgumentException("the entry was altered since it was sealed: " + entry);
        }
        return proven() + entry + ", on " + entry.subject() + ": " + entry.changes();
    }

    private Map<String, PublicKey> keys(Map<String, Object> proof) throws ParseException, JOSEException {
        var keys = new HashMap<String, PublicKey>();
        for (var each : JSONObjectUtils.getJSONObjectArray(proof, "keys")) {
            var key = OctetKeyPair.parse(each);
            var name = key.computeThumbprint().toString(); // whatever it calls itself
            if (trusted.isEmpty() || trusted.contains(name)) {
                keys.put(name, TreeHead.publicKey(key));
            }
        }
        return keys;
    }
}
