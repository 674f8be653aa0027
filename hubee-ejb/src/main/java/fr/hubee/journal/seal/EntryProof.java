package fr.hubee.journal.seal;

import com.nimbusds.jose.util.JSONObjectUtils;
import fr.hubee.journal.proof.TreeHash;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

/**
 * The proof that an entry is in a signed tree.
 *
 * @param content the bytes that are hashed, in base64; null when retention has deleted the entry
 * @param leaf the number of its leaf
 * @param head the signed head, a JSON Web Signature
 * @param stamp the time stamp of the head, in base64; null when it has none
 * @param path the hashes of the siblings on the path from the leaf to the root
 * @param keys the public keys, as JSON Web Keys
 */
public record EntryProof(
        UUID entry,
        String content,
        long leaf,
        TreeHash hash,
        String head,
        String stamp,
        List<TreeHash> path,
        List<String> keys) {

    /** Returns the format that docs/journal-proofs.md describes. */
    public String toJson() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", "hubee-journal-proof");
        fields.put("version", 1);
        fields.put("entry", entry.toString());
        fields.put("content", content);
        fields.put("leaf", leaf);
        fields.put("hash", hash.toString());
        fields.put("path", path.stream().map(TreeHash::toString).toList());
        fields.put("head", head);
        fields.put("stamp", stamp);
        fields.put("keys", PublishedKeys.objects(keys));
        return JSONObjectUtils.toJSONString(fields);
    }
}
