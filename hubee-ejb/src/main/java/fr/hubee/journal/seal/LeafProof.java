package fr.hubee.journal.seal;

import com.nimbusds.jose.jwk.OctetKeyPair;
import java.util.List;

/**
 * The proof that a leaf is in a signed tree.
 *
 * @param leaf its number
 * @param path the hashes of the siblings on the path from the leaf to the root
 * @param head the first signed head of a tree that has this leaf, a JSON Web Signature
 * @param key the one that signed it
 */
public record LeafProof(long leaf, TreeHash hash, List<TreeHash> path, String head, OctetKeyPair key) {}
