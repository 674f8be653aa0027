package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.security.PublicKey;
import java.util.List;
import java.util.function.Function;

/**
 * The proof that a leaf is in a signed tree.
 *
 * @param leaf its number
 * @param path the hashes of the siblings on the path from the leaf to the root
 * @param head the first signed head of a tree that has this leaf, a JSON Web Signature
 * @param key the one that signed it
 */
public record LeafProof(long leaf, TreeHash hash, List<TreeHash> path, String head, OctetKeyPair key) {

    /**
     * @param keys gives the public key of that name, or null
     * @return the head that proves it
     * @throws IllegalArgumentException when nothing does
     */
    public TreeHead verify(Function<String, PublicKey> keys) {
        var signed = TreeHead.verify(head, keys);
        if (!Proofs.includes(signed.root(), signed.size(), leaf, hash, path)) {
            throw new IllegalArgumentException("its entry is not in the journal that was signed at " + signed.at());
        }
        return signed;
    }
}
